package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vicilint.testkit.Vectors;

/**
 * The pages that are made from the program are those that are committed.
 *
 * <p>After a wanted change of a help text, a rule or a schema: {@code mvn test
 * -Dtest=ReferencePagesTest -Dvicilint.refresh}
 */
class ReferencePagesTest {

  @Test
  void everyPageIsAsTheProgramMakesIt() throws IOException {
    Map<Path, String> pages = ReferencePages.all();
    for (Map.Entry<Path, String> page : pages.entrySet()) {
      if (System.getProperty("vicilint.refresh") != null) {
        Files.createDirectories(page.getKey().getParent());
        Files.writeString(page.getKey(), page.getValue());
      } else {
        assertThat(page.getKey()).exists().content().isEqualTo(page.getValue());
      }
    }
  }

  @Test
  void noPageIsLeftOfACommandThatWent() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("docs/reference/commands"))) {
      assertThat(pages).isNotEmpty().allMatch(ReferencePages.all()::containsKey);
    }
  }

  @Test
  void everyOutputWithASchemaHasASectionMadeOfIt() {
    assertThat(ReferencePages.sections())
        .as("json.md has a pair of marks, <!-- schema: NAME --> and <!-- end -->, for each")
        .containsExactlyInAnyOrderElementsOf(ReferencePages.outputs());
  }

  @Test
  void everyFieldOfASchemaIsOnItsPage() {
    Map<Path, String> pages = ReferencePages.all();
    ReferencePages.schemas()
        .forEach(
            (name, page) ->
                assertThat(ReferencePages.schema(name).findValues("properties"))
                    .isNotEmpty()
                    .allSatisfy(
                        fields ->
                            fields
                                .fieldNames()
                                .forEachRemaining(
                                    field ->
                                        assertThat(pages.get(page))
                                            .as(name)
                                            .contains("`" + field + "`"))));
  }

  @Test
  void fieldsThatHoldDifferentThingsAreNotOneEntry() {
    String schema =
        """
        {"type": "object", "required": ["a", "b", "c"], "properties": {
          "a": {"type": "array", "items": {"$ref": "#/$defs/one"}},
          "b": {"type": "array", "items": {"$ref": "#/$defs/one"}},
          "c": {"type": "array", "items": {"properties": {"y": {"type": "string"}}}}},
          "$defs": {"one": {"properties": {"x": {"type": "string"}}, "required": ["x"]}}}
        """;
    assertThat(SchemaList.of(Vectors.parse(schema), SchemaList.Use.OUTPUT))
        .isEqualTo(
            """
            - `a`, `b`: list
                - `x`: text
            - `c`: list
                - `y`: text, optional
            """);
  }
}
