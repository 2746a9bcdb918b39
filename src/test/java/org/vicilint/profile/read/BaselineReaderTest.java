package org.vicilint.profile.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.model.Problem;
import org.vicilint.profile.Baseline;

final class BaselineReaderTest {
  private static final String GOOD =
      """
      {
        "schema_version" : 1,
        "tool" : "vicilint",
        "build" : "250720-1841",
        "findings" : [ {
          "fingerprint" : "00c0ffee00c0ffee",
          "rule" : "shared-password",
          "user" : "m\\u00fcller"
        }, {
          "fingerprint" : "00c0ffee00c0ffee",
          "rule" : "not-api-only",
          "user" : "crm"
        } ]
      }
      """;

  @TempDir private Path folder;
  private final List<Problem> problems = new ArrayList<>();

  private Baseline read(String text) throws IOException {
    return BaselineReader.read(
        Files.writeString(folder.resolve("b.json"), text).toString(), problems);
  }

  private List<String> said(String text) throws IOException {
    read(text);
    return problems.stream()
        .map(p -> (p.place() + " " + p.reason()).replace(folder + "/b.json", "").substring(1))
        .toList();
  }

  @Test
  void readsEveryFindingAlsoTwoAlike() throws IOException {
    assertThat(read(GOOD).entries())
        .containsExactly(
            new Baseline.Entry("00c0ffee00c0ffee", "shared-password", "müller", null),
            new Baseline.Entry("00c0ffee00c0ffee", "not-api-only", "crm", null));
    assertThat(problems).isEmpty();
  }

  @Test
  void readsABaselineOfNothing() throws IOException {
    assertThat(read(GOOD.replaceAll("(?s)\\[.*]", "[]"))).isEqualTo(Baseline.NONE);
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"schema_version\" : 1 | \"schema_version\" : 2 | 2:22 schema_version is not 1",
        "\"schema_version\" : 1 | \"schema_version\" : \"1\" | 2:22 schema_version is not 1",
        "\"schema_version\" : 1, | `` | 1:1 the baseline has no schema_version",
        "\"vicilint\" | \"other\" | 3:12 tool is not vicilint",
        "\"250720-1841\" | 7 | 4:13 build takes a text",
        "\"build\" | \"bild\" | 4:3 bild is not a key of a baseline",
        "\"rule\" : \"not | \"role\" : \"not | 11:5 role is not a key of a finding",
        "\"crm\" | null | 12:14 user takes a text",
        "\"crm\" | [\"crm\"] | 12:14 user takes a text",
        "\"00c0ffee00c0ffee\" | \"00C0FFEE00C0FFEE\""
            + " | 6:21 this is not the fingerprint of a finding",
        "[ { | [ 1, { | 5:18 this is not a finding",
        "\"findings\" : [ | \"findings\" : 1, \"more\" : [ | 5:16 findings takes a list",
        "\"findings\" | \"finding\" | 1:1 this is not a baseline: it has no findings",
      })
  void saysWhatIsWrong(String what, String with, String said) throws IOException {
    assertThat(said(GOOD.replace(what, with))).contains(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[]", "7", "{}", "text", "{\"findings\": [", "\u0000", "\uFEFF"})
  void refusesWhatIsNone(String text) throws IOException {
    assertThat(read(text)).isEqualTo(Baseline.NONE);
    assertThat(problems).isNotEmpty().allSatisfy(p -> assertThat(p.hint()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"none.json", ".", "", "a\0b"})
  void refusesWhatIsNoFile(String file) {
    assertThat(BaselineReader.read(file, problems)).isEqualTo(Baseline.NONE);
    assertThat(problems).hasSize(1);
  }

  @Test
  void keepsWhatStandsBeforeAnError() throws IOException {
    assertThat(read(GOOD.substring(0, GOOD.lastIndexOf("\"not-api"))).entries()).hasSize(1);
    assertThat(problems).singleElement();
    assertThat(problems.get(0).reason()).isEqualTo("the JSON ends too early");
  }

  @Test
  void showsTheLine() throws IOException {
    read(GOOD.replace("\"crm\"", "7"));

    assertThat(problems.get(0).excerpt()).isEqualTo("    \"user\" : 7");
    assertThat(problems.get(0).caret()).isEqualTo(13);
  }

  @ParameterizedTest
  @MethodSource("org.vicilint.input.NoSecretInProblemsTest#broken")
  void showsNoSecretOfAFileThatIsNone(String text) throws IOException {
    read(text);

    assertThat(problems).isNotEmpty();
    assertThat(problems.toString()).doesNotContain("S3cret");
  }

  @Property(tries = 2000)
  void damagedBaselinesEndInEntriesOrProblems(@ForAll Random random) throws IOException {
    byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(5); i >= 0; i--) {
      String special = "\"'{}[],:\t\n\\0a \u0000\u00ff";
      bytes[random.nextInt(bytes.length)] = (byte) special.charAt(random.nextInt(special.length()));
    }
    Path file = Files.createTempFile("vicilint", ".json");
    try {
      List<Problem> said = new ArrayList<>();
      Baseline baseline = BaselineReader.read(Files.write(file, bytes).toString(), said);
      assertThat(baseline.entries().size() + said.size()).isPositive();
      assertThat(said).allSatisfy(p -> assertThat(p.place().source()).isEqualTo(file.toString()));
    } finally {
      Files.delete(file);
    }
  }
}
