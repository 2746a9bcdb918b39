package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.testkit.Cli;

/** Requests as tools keep them: collections, pipelines, tables of jobs, logs. */
class RequestToolsTest {
  private static final String FOLDER = "src/test/resources/requests/";
  private static final String ACCOUNTS = FOLDER + "accounts.yaml";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          postman.json ~ 1 ~ add_user by apiuser, update_user by apiuser
          har.json ~ 1 ~ update_user by apiuser
          n8n.json ~ 3 ~ add_user by apiuser
          zap.json ~ 3 ~ add_user by apiuser, update_user by apiuser
          crontab ~ 1 ~ update_user by apiuser, update_user by apiuser, copy_user by apiuser
          Makefile ~ 3 ~ add_user by apiuser, update_user by apiuser
          docker-compose.yml ~ 1 ~ add_user by apiuser, update_user by apiuser
          k8s.yaml ~ 1 ~ update_user by apiuser
          workflow.yml ~ 3 ~ add_user by apiuser
          play.yml ~ 3 ~ add_user by apiuser
          add.ps1 ~ 3 ~ add_user by apiuser, update_user by apiuser
          call.http ~ 1 ~ add_user by apiuser, update_user by apiuser
          main.go ~ 3 ~ update_user by apiuser, add_user by apiuser, copy_user by apiuser
          perl.pl ~ 3 ~ update_user by apiuser, update_user by apiuser
          rb.rb ~ 3 ~ update_user by apiuser, update_user by apiuser
          vba.bas ~ 3 ~ update_user by apiuser
          Client.java ~ 3 ~ add_user by apiuser, update_user by apiuser
          sheet.csv ~ 1 ~ update_user by apiuser
          openapi.md ~ 1 ~ update_user by apiuser, update_user by apiuser
          access.log ~ 1 ~ update_user by apiuser
          env.txt ~ 1 ~ update_user by apiuser
          """)
  void everyCallIsFoundAndNoPasswordShown(String file, int status, String calls) {
    Cli run = Cli.run("request", FOLDER + "tools/" + file, ACCOUNTS);
    List<String> found =
        run.out()
            .lines()
            .filter(line -> line.matches("Request \\d+ .*"))
            .map(line -> line.split(" {2}")[1])
            .toList();
    assertThat(String.join(", ", found)).isEqualTo(calls);
    assertThat(run.status()).as(run.err()).isEqualTo(status);
    for (String format : List.of("jsonl", "markdown")) {
      Cli other = Cli.run("request", FOLDER + "tools/" + file, ACCOUNTS, "--format", format);
      assertThat(run.all() + other.all()).doesNotContain("hunter2");
    }
  }

  @Test
  void parametersThatAreNotReadAreAProblem() {
    Cli run = Cli.run("request", FOLDER + "tools/play.yml", ACCOUNTS);
    assertThat(run.err()).contains("play.yml:10:").contains("with which parameters it calls");
    String httpie =
        """
        Ask for `https://d/vicidial/non_agent_api.php?source=x&user=apiuser&pass=p1&function=version`.
        http -f POST https://d/vicidial/non_agent_api.php source=x user=apiuser function=add_user
        """;
    assertThat(Cli.runWith(httpie, "request", "-", ACCOUNTS).status()).isEqualTo(3);
  }

  @Test
  void aParameterThatIsSwitchedOffIsNotSent() {
    String collection =
        """
        {"item":[{"request":{"method":"POST","url":"https://d/vicidial/non_agent_api.php",
          "body":{"mode":"urlencoded","urlencoded":[
            {"key":"source","value":"crm"},{"key":"user","value":"6666"},
            {"key":"pass","value":"hunter2"},{"key":"function","value":"update_user"},
            {"key":"agent_user","value":"robot"},
            {"key":"agent_user_level","value":"9","disabled":true},
            {"key":"active","value":"N"}]}}}]}
        """;
    Cli run = Cli.runWith(collection, "request", "-", ACCOUNTS, "--format", "jsonl");
    assertThat(run.out()).contains("\"active\"").doesNotContain("agent_user_level", "hunter2");
  }
}
