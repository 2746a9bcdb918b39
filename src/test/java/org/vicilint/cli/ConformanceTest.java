package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** What real servers answered, asked of {@code vicilint matrix}. */
class ConformanceTest {
  private static final int ANSWER_KEPT = 160;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"180331-1716, 2360", "240703-1657, 3480", "250720-1841, 13500"})
  void everyDecisionAndAnswerIsTheServers(String build, int count) throws IOException {
    List<JsonNode> vectors = Vectors.read("access-" + build);
    Map<String, JsonNode> ours = matrix(vectors, build);
    Map<String, String> different = new TreeMap<>();
    int asked = 0;
    for (JsonNode vector : vectors) {
      JsonNode account = vector.get("account");
      for (var decision : vector.get("decisions").properties()) {
        String key = account.get("user").asText() + " " + decision.getKey();
        compare(key, decision.getValue(), ours.get(key), account, different);
        asked++;
      }
    }
    assertThat(different).isEmpty();
    assertThat(asked).isEqualTo(count);
    assertThat(ours).as("nothing is decided that the server does not have").hasSize(count);
  }

  @Test
  void everyOperationIsDecidedAsOnTheServer() throws IOException {
    List<JsonNode> vectors = Vectors.read("operations-250720-1841");
    Map<String, JsonNode> ours = matrix(vectors, "250720-1841", "--operations");
    Map<String, String> different = new TreeMap<>();
    int asked = 0;
    for (JsonNode vector : vectors) {
      JsonNode account = vector.get("account");
      for (JsonNode operation : vector.get("operations")) {
        String key =
            "%s non_agent:%s:%s"
                .formatted(
                    account.get("user").asText(),
                    operation.get("function").asText(),
                    operation.get("operation").asText());
        JsonNode theirs =
            Vectors.parse("[%s, %s]".formatted(operation.get("decision"), operation.get("answer")));
        compare(key, theirs, ours.get(key), account, different);
        asked++;
      }
    }
    assertThat(different).isEmpty();
    assertThat(asked).isEqualTo(800);
  }

  @Test
  void everyPageOpensAsOnTheServer() throws IOException {
    List<JsonNode> vectors = Vectors.read("pages-250720-1841");
    Path users = Files.writeString(folder.resolve("users.json"), Vectors.accounts(vectors));
    Cli run = Cli.run("matrix", "--pages", users.toString(), "--format", "jsonl");
    assertThat(run.status()).as(run.err()).isZero();
    Map<String, String> ours = new TreeMap<>();
    for (String line : run.out().strip().split("\n")) {
      JsonNode decision = Vectors.parse(line);
      assertThat(decision.properties().stream().map(Map.Entry::getKey))
          .containsExactly("user", "page", "decision", "gate");
      assertThat(decision.get("gate").isNull())
          .isEqualTo(decision.get("decision").asText().equals("OPEN"));
      ours.put(
          decision.get("user").asText() + " " + decision.get("page").asText(),
          decision.get("decision").asText());
    }
    Map<String, String> theirs = new TreeMap<>();
    for (JsonNode vector : vectors) {
      for (var page : vector.get("pages").properties()) {
        theirs.put(
            vector.get("account").get("user").asText() + " " + page.getKey(),
            page.getValue().asText());
      }
    }
    assertThat(ours).isEqualTo(theirs).hasSize(20 * 151);
  }

  private Map<String, JsonNode> matrix(List<JsonNode> vectors, String build, String... more)
      throws IOException {
    Path users = Files.writeString(folder.resolve("users.json"), Vectors.accounts(vectors));
    Path groups = Files.writeString(folder.resolve("groups.tsv"), Vectors.groups());
    String[] args =
        Stream.concat(
                Stream.of(
                    "matrix",
                    users.toString(),
                    groups.toString(),
                    "--build",
                    build,
                    "--format",
                    "jsonl"),
                Stream.of(more))
            .toArray(String[]::new);
    Cli run = Cli.run(args);
    Map<String, JsonNode> ours = new HashMap<>();
    for (String line : run.out().strip().split("\n")) {
      JsonNode decision = Vectors.parse(line);
      String key =
          decision.get("user").asText()
              + " "
              + decision.get("api").asText()
              + ":"
              + decision.get("function").asText()
              + (decision.has("operation") ? ":" + decision.get("operation").asText() : "");
      assertThat(ours.put(key, decision)).as("decided once: " + key).isNull();
    }
    return ours;
  }

  private static void compare(
      String key, JsonNode theirs, JsonNode ours, JsonNode account, Map<String, String> different) {
    String decision = theirs.get(0).asText().replace("LOCK", "LOGIN");
    if (ours == null || !ours.get("decision").asText().equals(decision)) {
      different.put(key, "the server: " + decision + ", vicilint: " + ours);
    } else if (decision.equals("GRANTED")) {
      if (!ours.get("gate").isNull() || !ours.get("answer").isNull()) {
        different.put(key, "granted, yet refused: " + ours);
      }
    } else if (!answers(ours.get("answer").asText(), theirs.get(1).asText(), account)) {
      different.put(key, "the server: " + theirs.get(1) + ", vicilint: " + ours.get("answer"));
    }
  }

  /** Whether our answer is the server's, but for the password and what the request chose. */
  private static boolean answers(String ours, String theirs, JsonNode account) {
    String pattern =
        Pattern.quote(ours)
            .replaceAll("<[a-z_]+>", "\\\\E.*\\\\Q")
            .replace("|****|", "|" + account.get("pass").asText() + "|")
            .replace("BAD|...|", "BAD|\\E.*\\Q");
    String full = Pattern.compile(pattern, Pattern.DOTALL).pattern();
    return theirs.matches("(?s)" + full)
        || (theirs.length() >= ANSWER_KEPT && ours.startsWith(theirs));
  }
}
