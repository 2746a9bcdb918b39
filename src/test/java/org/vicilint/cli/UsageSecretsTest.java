package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** No password of a log reaches an output, and no name in it takes one over. */
class UsageSecretsTest {
  private static final String HEADER =
      "api_id\tuser\tapi_date\tapi_script\tfunction\tagent_user\tvalue\tresult\tresult_reason\tsource\tdata\n";
  private static final String EVIL = "\u001b[31m<script>alert(1)</script>\u202e=1+1";

  @TempDir private Path folder;

  @Test
  void noPasswordReachesAnyOutput() throws IOException {
    String users = users();
    String log =
        log(
            row(
                "1",
                "hr",
                "non-agent",
                "add_user",
                "SUCCESS",
                "add_user USER HAS BEEN ADDED",
                "n1|Hush1Hush|1"),
            row(
                "2",
                "hr",
                "non-agent",
                "copy_user",
                "SUCCESS",
                "copy_user USER HAS BEEN COPIED",
                "n2|Hush2Hush|"),
            row(
                "3",
                "hr",
                "agent",
                "logout",
                "ERROR",
                "Invalid Username/Password",
                "hr|Hush3Hush|0"),
            "4\thr\tHush4Hush\tagent\tlogout\t\t\tERROR\tx\ts\tHush5Hush|Hush6Hush\n",
            "5\thr\t2026-01-01 00:00:00\tagent\tHush7Hush\n");
    List<Cli> runs = new ArrayList<>();
    for (String format : List.of("table", "json", "html", "csv")) {
      runs.add(Cli.run("usage", users, log, "--format", format));
    }
    for (String format :
        List.of("text", "json", "html", "sarif", "junit", "github", "gitlab", "markdown", "csv")) {
      runs.add(Cli.run("lint", users, log, "--format", format));
    }
    runs.add(Cli.run("recommend", "hr", users, log, "--from-usage"));
    runs.add(Cli.run("recommend", "hr", users, log, "--from-usage", "--format", "json"));
    runs.add(Cli.run("fix", users, log, "--dry-run"));
    for (Cli run : runs) {
      assertThat(run.all()).doesNotContain("Hush");
      assertThat(run.all()).contains("log.tsv"); // the problems of the two bad rows
    }
    assertThat(runs.get(0).out()).contains("1 row with a password");
    assertThat(runs.get(4).out()).contains("3 rows of the API's log hold a password in clear");
    assertThat(runs).allSatisfy(run -> assertThat(run.status()).isEqualTo(3));
  }

  @Test
  void namesOfALogCannotTakeOverAnOutput() throws IOException {
    String log =
        log(
            row("1", EVIL, "non-agent", "=cmd()<b>\u001b", "SUCCESS", "x", ""),
            row("2", "@sum", "agent", "logout", "SUCCESS", "x", ""));
    String text = Cli.run("usage", users(), log).all();
    assertThat(text).doesNotContain("\u001b").doesNotContain("\u202e").contains("\\u001b[31m");
    String html = Cli.run("usage", users(), log, "--format", "html").out();
    assertThat(html)
        .doesNotContain("<script")
        .doesNotContain("\u001b")
        .doesNotContain("\u202e")
        .contains("&lt;script&gt;")
        .contains("Content-Security-Policy")
        .doesNotContain("script-src");
    String csv = Cli.run("usage", users(), log, "--format", "csv").out();
    assertThat(csv.lines()).noneMatch(line -> line.matches("^\"?[=@+-].*"));
    assertThat(csv).doesNotContain("\u001b").contains("'@sum").contains("'=cmd()");
    JsonNode json = Vectors.parse(Cli.run("usage", users(), log, "--format", "json").out());
    assertThat(json.get("accounts")).hasSize(3);
    assertThat(Cli.run("usage", users(), log, "--format", "json").out()).isASCII();
  }

  private String users() throws IOException {
    return Files.writeString(
            folder.resolve("users.tsv"),
            "user\tuser_level\tvdc_agent_api_access\tapi_allowed_functions\tmodify_users\nhr\t8\t1\t ALL_FUNCTIONS \t1\n")
        .toString();
  }

  private String log(String... rows) throws IOException {
    return Files.writeString(folder.resolve("log.tsv"), HEADER + String.join("", rows)).toString();
  }

  private static String row(
      String id,
      String user,
      String script,
      String function,
      String result,
      String reason,
      String data) {
    return String.join(
            "\t",
            id,
            user,
            "2026-01-01 00:00:00",
            script,
            function,
            "",
            "",
            result,
            reason,
            EVIL,
            data)
        + "\n";
  }
}
