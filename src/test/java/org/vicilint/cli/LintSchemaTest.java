package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.FullRun;
import org.vicilint.testkit.Schemas;
import org.vicilint.testkit.Vectors;

/** The published schema of {@code lint --format json} is what lint prints, no more and no less. */
class LintSchemaTest {
  private static final String EXPORTS = "src/test/resources/exports/";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "examples/callcenter",
        "examples/own-rules",
        "examples/callcenter no-such-file",
        "no-such-file",
        "src/test/resources/corpus/healthy-lead-loader.yaml",
        "src/test/resources/corpus",
        EXPORTS + "vicidial_users.tsv " + EXPORTS + "vicidial_user_groups.tsv",
        EXPORTS + "vicidial_users.json --profile strict --fail-on never",
        EXPORTS + "vicidial_users.csv --build 80801-0047 --only all-functions-grant",
      })
  void realOutputsAreAsItSays(String arguments) throws IOException {
    String json = Cli.run(("lint " + arguments + " --format json").split(" ")).out();
    assertThat(Schemas.LINT.errors(json)).isEmpty();
  }

  @Test
  void hostileNamesAreAsItSays() throws IOException {
    Path file = folder.resolve("a b\u202e.yaml");
    Files.writeString(
        file,
        """
        accounts:
          - {user: "</script>", full_name: "\\u202e\\u001b[31m", vdc_agent_api_access: 1}
          - {user: "=1+1|'\\"", vdc_agent_api_access: 1, user_level: 9}
        """);
    String json = Cli.run("lint", file.toString(), "--format", "json").out();
    assertThat(Vectors.parse(json).get("findings")).isNotEmpty();
    assertThat(Schemas.LINT.errors(json)).isEmpty();
  }

  @Test
  void refusesALostARenamedAndANewField() throws IOException {
    FullRun.of(folder, folder + "/full.json");
    JsonNode full = Vectors.parse(Files.readString(folder.resolve("full.json")));
    assertThat(Schemas.LINT.errors(full)).isEmpty();
    assertThat(full.get("gone")).isNotEmpty();
    assertThat(full.get("problems")).isNotEmpty();
    refuses(full, full);
  }

  /** Tries every field of one object, and of the first one of each list below it. */
  private static void refuses(JsonNode full, JsonNode at) throws IOException {
    for (Map.Entry<String, JsonNode> field : List.copyOf(at.properties())) {
      ObjectNode object = (ObjectNode) at;
      JsonNode value = object.remove(field.getKey());
      assertThat(Schemas.LINT.errors(full)).as("without " + field.getKey()).isNotEmpty();
      object.set(field.getKey(), value.isTextual() ? object.numberNode(0.5) : object.objectNode());
      assertThat(Schemas.LINT.errors(full)).as("type of " + field.getKey()).isNotEmpty();
      object.set(field.getKey(), value);
      object.put(field.getKey() + "_2", 1);
      assertThat(Schemas.LINT.errors(full)).as("more than " + field.getKey()).isNotEmpty();
      object.remove(field.getKey() + "_2");
      if (value.isObject()) {
        refuses(full, value);
      } else if (value.path(0).isObject()) {
        refuses(full, value.path(0));
      }
    }
    assertThat(Schemas.LINT.errors(full)).isEmpty();
  }

  @Test
  void refusesWhatContradictsItself() throws IOException {
    JsonNode clean =
        Vectors.parse(Cli.run("lint", "examples/callcenter", "--format", "json").out());
    ((ObjectNode) clean).put("complete", false);
    assertThat(Schemas.LINT.errors(clean)).isNotEmpty();
    ((ObjectNode) clean).put("complete", true);
    assertThat(Schemas.LINT.errors(clean)).isEmpty();
    ((ObjectNode) clean.at("/findings/0")).put("because", "it is open");
    assertThat(Schemas.LINT.errors(clean)).isNotEmpty();
  }

  @Test
  void describesEveryField() {
    described(Schemas.LINT.tree());
  }

  private static void described(JsonNode schema) {
    // Conditions have properties too, but no type.
    JsonNode fields = schema.path("type").isTextual() ? schema.path("properties") : schema.path("");
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      JsonNode property = field.getValue();
      JsonNode meant = property;
      if (!property.has("description")) {
        meant = Schemas.LINT.tree().at(property.path("$ref").asText("#/none").substring(1));
      }
      assertThat(meant.path("description").asText()).as(field.getKey()).isNotBlank();
    }
    schema.forEach(
        each -> {
          if (each.isContainerNode() && !each.has("const")) {
            described(each);
          }
        });
  }
}
