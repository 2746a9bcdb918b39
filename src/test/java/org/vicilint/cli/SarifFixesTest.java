package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Schemas;
import org.vicilint.testkit.Vectors;

/** A fix in SARIF, applied to the file, clears its finding, and breaks nothing. */
@Tag("slow")
class SarifFixesTest {
  private static final String ACCOUNT =
      "accounts:\n  - user: crm\n    kind: service\n    functions: [add_lead]\n";

  @TempDir private Path folder;

  private static JsonNode results(Path file) throws IOException {
    return run(file).get("results");
  }

  private static JsonNode run(Path file) throws IOException {
    JsonNode sarif =
        Vectors.parse(
            Cli.run("lint", file.toString(), "--date", "2026-01-01", "--format", "sarif").out());
    assertThat(Schemas.SARIF.errors(sarif)).isEmpty();
    return sarif.at("/runs/0");
  }

  private static String fingerprint(JsonNode result) {
    return result.at("/partialFingerprints/vicilint~1v1").asText();
  }

  /** The text with the fix of a result, as an editor applies it. */
  private static String fixed(String text, JsonNode result) {
    List<StringBuilder> lines =
        new ArrayList<>(Stream.of(text.split("\n", -1)).map(StringBuilder::new).toList());
    List<JsonNode> replacements = new ArrayList<>();
    result.at("/fixes/0/artifactChanges/0/replacements").forEach(replacements::add);
    replacements.sort(Comparator.comparingInt(r -> -r.at("/deletedRegion/startColumn").asInt()));
    for (JsonNode each : replacements) {
      StringBuilder line = lines.get(each.at("/deletedRegion/startLine").asInt() - 1);
      int from = line.offsetByCodePoints(0, each.at("/deletedRegion/startColumn").asInt() - 1);
      int to = line.offsetByCodePoints(0, each.at("/deletedRegion/endColumn").asInt() - 1);
      line.replace(from, to, each.at("/insertedContent/text").asText());
    }
    return String.join("\n", lines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"examples/callcenter/accounts", "src/test/resources/corpus"})
  void everyFixClearsItsFinding(String from) throws IOException {
    Set<String> tried = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of(from))) {
      for (Path file : files.sorted().toList()) {
        Path copy = Files.copy(file, folder.resolve(file.getFileName()));
        String text = Files.readString(copy);
        JsonNode before = run(copy);
        for (JsonNode result : before.get("results")) {
          // One of a sort is enough: the corpus has hundreds.
          String sort = result.get("ruleId") + result.findValues("insertedContent").toString();
          if (result.has("fixes") && tried.add(sort)) {
            Files.writeString(copy, fixed(text, result));
            JsonNode after = run(copy);
            assertThat(after.findValues("executionSuccessful"))
                .as(result.toPrettyString())
                .isEqualTo(before.findValues("executionSuccessful"));
            assertThat(after.get("results"))
                .as(result.toPrettyString())
                .noneMatch(left -> fingerprint(left).equals(fingerprint(result)));
          }
        }
      }
    }
    assertThat(tried).as("fixes in " + from).hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user_level: 9|user_level: 8",
        "user_level: '9'   # why|user_level: 8   # why",
        "user_level:    \"9\"|user_level:    8",
        "user_level: &x 9|",
        "user_level: >|",
        "user_level: 09|",
        "user_level: +9|",
      })
  void aValueIsReplacedWhereItPlainlyStands(String before, String after) throws IOException {
    String tail = before.endsWith(">") ? "\n      9\n" : "\n";
    Path file = Files.writeString(folder.resolve("a.yaml"), ACCOUNT + "    " + before + tail);
    JsonNode result = only(results(file), "level-above-need");
    if (after == null) {
      assertThat(result.has("fixes")).isFalse();
    } else {
      assertThat(fixed(Files.readString(file), result)).endsWith("    " + after + "\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"user: crm", "user: \"crm\"   # the CRM's", "user: 'crm'"})
  void aKeyThatIsNotThereIsWrittenBelowTheFirst(String first) throws IOException {
    String text = ACCOUNT.replace("user: crm", first) + "    vdc_agent_api_access: 1\n";
    Path file = Files.writeString(folder.resolve("a.yaml"), text);
    JsonNode result = only(results(file), "not-api-only");
    assertThat(fixed(text, result)).contains("  - " + first + "\n    api_only_user: 1\n    kind:");
  }

  @Test
  void whatIsNotPlainGetsNoFix() throws IOException {
    for (String text :
        List.of(
            "accounts: [{user: crm, kind: service, vdc_agent_api_access: 1}]\n",
            "accounts:\n  - user: crm\r\n    kind: service\n    vdc_agent_api_access: 1\n",
            "accounts:\n  - user:\n      crm\n    kind: service\n    vdc_agent_api_access: 1\n")) {
      Path file = Files.writeString(folder.resolve("a.yaml"), text);
      assertThat(only(results(file), "not-api-only").has("fixes")).as(text).isFalse();
    }
  }

  @Test
  void exportsAndStandardInputGetNoFix() {
    Cli export =
        Cli.run("lint", "src/test/resources/exports/vicidial_users.tsv", "--format", "sarif");
    Cli piped = Cli.runWith(ACCOUNT + "    user_level: 9\n", "lint", "-", "--format", "sarif");
    assertThat(export.out()).contains("\"level-above-need\"").doesNotContain("\"fixes\"");
    assertThat(piped.out()).contains("\"level-above-need\"").doesNotContain("\"fixes\"");
  }

  private static JsonNode only(JsonNode results, String rule) {
    List<JsonNode> found = new ArrayList<>();
    results.forEach(
        result -> {
          if (result.get("ruleId").asText().equals(rule)) {
            found.add(result);
          }
        });
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
