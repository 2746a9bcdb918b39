package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** Scripts that a real MariaDB ran are read as the rows that it held afterwards. */
@Tag("slow")
class SqlScriptsTest {
  private static final double LEAST_PLAYED = 0.85;

  @TempDir Path folder;

  @Test
  void aScriptAnswersLikeTheRowsThatItLeaves() throws IOException {
    List<JsonNode> vectors = Vectors.read("sql-scripts");
    List<String> wrong = new ArrayList<>();
    int same = 0;
    int unknown = 0;
    for (int i = 0; i < vectors.size(); i++) {
      Cli script = ask("matrix", "script.sql", vectors.get(i).get("script").asText());
      Cli rows = ask("matrix", "rows.json", vectors.get(i).get("rows").toString());
      if (script.status() == rows.status() && script.out().equals(rows.out())) {
        same++;
      } else if (script.status() == 3) {
        unknown++;
        if (System.getProperty("sql.show") != null) {
          System.out.println(
              "#### " + i + "\n" + vectors.get(i).get("script").asText() + script.err());
        }
      } else {
        wrong.add(
            i + ": " + vectors.get(i).get("script").asText() + "\n" + script.err() + rows.err());
      }
    }
    System.out.println("same " + same + " unknown " + unknown + " wrong " + wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(same).isGreaterThanOrEqualTo((int) (vectors.size() * LEAST_PLAYED));
  }

  private Cli ask(String command, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return Cli.run(command, file.toString(), "--operations", "--format", "jsonl");
  }
}
