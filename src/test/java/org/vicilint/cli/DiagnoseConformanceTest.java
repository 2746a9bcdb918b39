package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** What real servers answered, given to {@code vicilint diagnose} as a log. */
class DiagnoseConformanceTest {
  private static final Map<String, String> GATES =
      Map.of(
          "LOGIN", "login",
          "LOCK", "login",
          "NO_GROUP", "list_scope",
          "NOT_ALLOWED_FUNCTION", "allowed_function",
          "PERMISSION", "level_and_flags");

  @TempDir private Path folder;

  /** A refusal of the vectors. */
  private record Refusal(
      String user, String api, String function, String gate, String pass, String answer) {
    /** A login is refused before the server looks at the function. */
    boolean named() {
      return !gate.equals("login");
    }
  }

  private static List<Refusal> refusals(List<JsonNode> vectors) {
    List<Refusal> refusals = new ArrayList<>();
    for (JsonNode vector : vectors) {
      JsonNode account = vector.get("account");
      for (var decision : vector.get("decisions").properties()) {
        String gate = GATES.get(decision.getValue().get(0).asText());
        if (gate != null) {
          String[] key = decision.getKey().split(":");
          refusals.add(
              new Refusal(
                  account.get("user").asText(),
                  key[0],
                  key[1],
                  gate,
                  account.get("pass").asText(),
                  decision.getValue().get(1).asText()));
        }
      }
    }
    return refusals;
  }

  @ParameterizedTest
  @CsvSource({"180331-1716, 1849", "240703-1657, 2577", "250720-1841, 9933"})
  void everyRefusalNamesItsGateFunctionAndAccount(String build, int count) {
    List<Refusal> refusals = refusals(Vectors.read("access-" + build));
    assertThat(refusals).hasSize(count);
    String log = String.join("\n", refusals.stream().map(Refusal::answer).toList());
    for (String[] args :
        new String[][] {
          {"diagnose", "--format", "jsonl"},
          {"diagnose", "-", "--format", "jsonl", "--build", build}
        }) {
      Cli run = Cli.runWith(log, args);
      assertThat(run.status()).as(run.err()).isZero();
      compare(refusals, run.out());
    }
  }

  @ParameterizedTest
  @CsvSource({"180331-1716", "240703-1657", "250720-1841"})
  void withTheAccountsAtHandTheEvaluatorAgreesAndKnowsAChange(String build) throws IOException {
    List<JsonNode> vectors = Vectors.read("access-" + build);
    List<Refusal> refusals = refusals(vectors);
    Path users = Files.writeString(folder.resolve("users.json"), Vectors.accounts(vectors));
    Path groups = Files.writeString(folder.resolve("groups.tsv"), Vectors.groups());
    Cli run =
        Cli.runWith(
            String.join("\n", refusals.stream().map(Refusal::answer).toList()),
            "diagnose",
            "-",
            users.toString(),
            groups.toString(),
            "--build",
            build,
            "--format",
            "jsonl");
    // Some accounts have a list that is longer than its column: a problem of its own.
    assertThat(run.status()).as(run.err()).isIn(0, 3);
    List<JsonNode> rows = compare(refusals, run.out());
    for (JsonNode row : rows) {
      assertThat(row.get("change")).as(row.toString()).isNotEmpty();
      assertThat(row.get("notes").toString()).doesNotContain("By what was read");
    }
  }

  private static List<JsonNode> compare(List<Refusal> refusals, String out) {
    List<JsonNode> rows = out.lines().map(Vectors::parse).toList();
    assertThat(rows).hasSameSizeAs(refusals);
    Map<String, String> different = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Refusal refusal = refusals.get(i);
      JsonNode row = rows.get(i);
      String told =
          List.of(row.get("line"), row.get("api"), row.get("gate"), row.get("account")).toString();
      String expected =
          "[%d, \"%s\", \"%s\", \"%s\"]"
              .formatted(i + 1, refusal.api(), refusal.gate(), refusal.user());
      boolean function =
          refusal.named()
              ? names(row, refusal)
              : row.get("function").isNull() && !row.toString().contains(refusal.pass());
      if (!told.equals(expected) || !function) {
        different.put(refusal.toString(), row.toString());
      }
    }
    assertThat(different).isEmpty();
    return rows;
  }

  /** The function; where VICIdial lets one answer with the name of another, both are listed. */
  private static boolean names(JsonNode row, Refusal refusal) {
    boolean slip =
        refusal.gate().equals("level_and_flags")
            && List.of("call_dispo_report", "moh_list").contains(refusal.function());
    boolean listed = false;
    for (JsonNode candidate : row.get("candidates")) {
      listed |= candidate.get("function").asText().equals(refusal.function());
    }
    return listed && (slip || row.get("function").asText().equals(refusal.function()));
  }

  @Test
  void everyRefusedOperationNamesItsGateAndFunction() {
    List<String> expected = new ArrayList<>();
    StringBuilder log = new StringBuilder();
    for (JsonNode vector : Vectors.read("operations-250720-1841")) {
      String user = vector.get("account").get("user").asText();
      for (JsonNode operation : vector.get("operations")) {
        String decision = operation.get("decision").asText();
        String answer = operation.get("answer").asText().replace('\n', ' ');
        if (!decision.equals("GRANTED")) {
          log.append(answer).append('\n');
          String gate =
              answer.matches(".* (MODIFY CUSTOM FIELDS|DELETE [A-Z ]+)[:,].*")
                  ? "operation"
                  : GATES.get(decision);
          expected.add(operation.get("function").asText() + " " + gate + " " + user);
        }
      }
    }
    List<String> told =
        Cli.runWith(log.toString(), "diagnose", "--format", "jsonl")
            .out()
            .lines()
            .map(Vectors::parse)
            .map(r -> text(r, "function") + " " + text(r, "gate") + " " + text(r, "account"))
            .toList();
    assertThat(told).isEqualTo(expected).hasSize(562);
    assertThat(told).filteredOn(t -> t.contains(" operation ")).hasSize(105);
  }

  private static String text(JsonNode row, String field) {
    return row.get(field).asText();
  }
}
