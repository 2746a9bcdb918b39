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
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/**
 * What a real server answered to 400 requests about accounts, asked of {@code vicilint request}.
 */
class RequestConformanceTest {
  @TempDir private Path folder;

  @Test
  void everyAnswerIsTheServers() throws IOException {
    List<JsonNode> lines = Vectors.read("requests-250720-1841");
    JsonNode state = lines.get(0);
    List<JsonNode> vectors = lines.subList(1, lines.size());
    // The server was put back to its first state after every request.
    Cli run = request(state, vectors, "--alone");
    List<String> ours = run.out().lines().toList();
    assertThat(ours).as(run.err()).hasSize(400).hasSameSizeAs(vectors);
    assertThat(run.err()).isEmpty();
    Map<Integer, String> different = new TreeMap<>();
    for (int i = 0; i < vectors.size(); i++) {
      JsonNode vector = vectors.get(i);
      List<String> theirs = masked(vector);
      JsonNode our = Vectors.parse(ours.get(i));
      assertThat(our.get("request").asInt()).isEqualTo(i + 1);
      if (!texts(our.get("answer")).equals(theirs)) {
        different.put(i + 1, vector + "\n  vicilint: " + our.get("answer"));
      }
    }
    assertThat(different).isEmpty();
    assertThat(run.all()).doesNotContain("Secret99", "passwrd", "Pw1234", "qqqqqq", "ppppp");
  }

  private Cli request(JsonNode state, List<JsonNode> vectors, String... more) throws IOException {
    StringBuilder requests = new StringBuilder();
    vectors.forEach(vector -> requests.append(vector).append('\n'));
    Path file = Files.writeString(folder.resolve("requests.jsonl"), requests);
    Path estate = Files.createDirectory(folder.resolve("estate"));
    List<JsonNode> accounts = new ArrayList<>();
    state.get("callers").forEach(accounts::add);
    state.get("targets").forEach(accounts::add);
    Files.writeString(estate.resolve("vicidial_users.json"), accounts.toString());
    StringBuilder groups = new StringBuilder("user_group\tadmin_viewable_groups\n");
    state
        .get("groups")
        .properties()
        .forEach(
            g -> groups.append(g.getKey()).append('\t').append(g.getValue().asText()).append('\n'));
    Files.writeString(estate.resolve("vicidial_user_groups.tsv"), groups);
    StringBuilder phones = new StringBuilder("extension\tlogin\n");
    state.get("phones").forEach(phone -> phones.append("x\t" + phone.asText() + "\n"));
    Files.writeString(estate.resolve("phones.tsv"), phones);
    List<String> args =
        new ArrayList<>(
            List.of(
                "request",
                file.toString(),
                estate.toString(),
                "--build",
                state.get("build").asText(),
                "--format",
                "jsonl"));
    args.addAll(List.of(more));
    return Cli.run(args.toArray(String[]::new));
  }

  /** The server's answer, its passwords masked as vicilint masks them. */
  private static List<String> masked(JsonNode vector) {
    List<String> lines = new ArrayList<>();
    for (String line : texts(vector.get("response"))) {
      String masked = line;
      for (String name : List.of("agent_pass", "phone_pass")) {
        String pass = vector.path("params").path(name).asText("").replaceAll("[^-_0-9A-Za-z]", "");
        if (!pass.isEmpty()) {
          masked =
              masked.replace("|" + pass + "|", "|****|").replaceAll("\\|" + pass + "$", "|****");
        }
      }
      lines.add(masked);
    }
    return lines;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
