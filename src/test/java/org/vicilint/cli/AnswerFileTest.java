package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** Answers in a file that is named: the cases that people have, with what is right of them. */
class AnswerFileTest {
  private static final String CASES = "src/test/resources/answers/";
  private static final String ACCOUNTS = CASES + "accounts.yaml";
  private static final String REFUSED =
      "ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM: |crm_api|0|";
  private static final String LOGIN =
      "ERROR: Login incorrect, please try again: |crm_api|hunter2|BAD|";

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static List<JsonNode> rows(String file) {
    Cli run = Cli.run("diagnose", file, ACCOUNTS, "--format", "jsonl");
    return run.out().lines().map(Vectors::parse).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      nullValues = "-",
      textBlock =
          """
          diag-agent-answers/answers.txt ~ 0 ~ 1 ~ other ~ external_dial ~ - ~ -
          diag-agent-answers/answers.txt ~ 0 ~ 2 ~ other ~ - ~ - ~ -
          diag-agent-answers/answers.txt ~ 0 ~ 3 ~ other ~ - ~ 6666 ~ -
          diag-agent-answers/answers.txt ~ 0 ~ 4 ~ refusal ~ - ~ 6666 ~ -
          diag-agent-answers/answers.txt ~ 0 ~ 5 ~ other ~ - ~ 6666 ~ -
          diag-agent-answers/answers.txt ~ 0 ~ 6 ~ other ~ - ~ 6666 ~ -
          diag-api-switch-of-6666/bridge.log ~ 0 ~ 1 ~ refusal ~ update_lead ~ 6666 ~ level_and_flags
          diag-api-switch-of-6666/bridge.log ~ 0 ~ 2 ~ refusal ~ update_lead ~ crm_api ~ allowed_function
          diag-doc-form/doc.txt ~ 0 ~ 1 ~ refusal ~ add_lead ~ 6666 ~ allowed_function
          diag-doc-form/doc.txt ~ 0 ~ 2 ~ refusal ~ campaigns_list ~ 6666 ~ level_and_flags
          diag-doc-form/doc.txt ~ 0 ~ 3 ~ refusal ~ add_lead ~ crm_api ~ level_and_flags
          diag-doc-form/doc.txt ~ 0 ~ 4 ~ refusal ~ add_user ~ 6666 ~ level_and_flags
          diag-doc-form/doc.txt ~ 0 ~ 5 ~ other ~ add_user ~ 6666 ~ -
          diag-empty-credentials/answer.txt ~ 0 ~ 1 ~ refusal ~ - ~ - ~ login
          diag-json-fork/answers.json ~ 0 ~ 1 ~ refusal ~ update_lead ~ crm_api ~ allowed_function
          diag-json-fork/answers.json ~ 0 ~ 2 ~ refusal ~ add_lead ~ crm_api ~ level_and_flags
          """)
  void everyLineOfACaseIsWhatItIs(
      String file, int exit, int line, String kind, String function, String account, String gate) {
    assertThat(Cli.run("diagnose", CASES + file, ACCOUNTS).status()).isEqualTo(exit);
    JsonNode row = rows(CASES + file).get(line - 1);
    assertThat(row.get("file").asText()).isEqualTo(CASES + file);
    assertThat(row.get("line").asInt()).isEqualTo(line);
    assertThat(row.get("status").asText()).isEqualTo(kind);
    assertThat(row.get("function").asText(null)).isEqualTo(function);
    assertThat(row.get("account").asText(null)).isEqualTo(account);
    assertThat(row.get("gate").asText(null)).isEqualTo(gate);
  }

  @Test
  void theChangeIsOfTheAccountThatTheAnswerIsAbout() {
    assertThat(rows(CASES + "diag-agent-answers/answers.txt").get(3).get("change").toString())
        .isEqualTo("[{\"name\":\"agentcall_manual\",\"from\":\"0\",\"to\":\"1\",\"exact\":true}]");
    Cli run = Cli.run("diagnose", CASES + "diag-api-switch-of-6666/bridge.log", ACCOUNTS);
    assertThat(run.out())
        .contains("bridge.log:1: ERROR: update_lead USER DOES NOT HAVE PERMISSION TO UPDATE")
        .contains("vdc_agent_api_access: 0 → 1")
        .contains("An account of its own for the program");
    assertThat(Cli.run("diagnose", CASES + "diag-empty-credentials/answer.txt", ACCOUNTS).out())
        .contains("carried neither user nor pass")
        .contains("counter of refused logins rises")
        .doesNotContain("****");
  }

  @Test
  void whatAFileSaysAgainIsPointedToByItsPlace() throws IOException {
    String file = file("api.log", "started\r\n" + REFUSED + "\r\n\r\n" + REFUSED + "\r\n");
    Cli run = Cli.run("diagnose", file, ACCOUNTS);
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains(file + ":2: " + REFUSED + "\n", file + ":4: " + REFUSED + "\n")
        .contains("  as " + file + ":2\n")
        .contains("lines: 4, without an answer: 2");
  }

  @Test
  void aPackedFileAndJsonOverLinesAreReadAsFromStandardInput() throws IOException {
    String json = "{\n  \"result\": \"ERROR\",\n  \"result_reason\": \"%s\"\n}\n";
    String text = json.formatted(REFUSED.substring(7)) + LOGIN + "\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    Path packed = Files.write(folder.resolve("answers.json.gz"), bytes.toByteArray());
    List<JsonNode> rows = rows(packed.toString());
    assertThat(rows).extracting(row -> row.get("line").asInt()).containsExactly(1, 5);
    assertThat(rows.toString()).doesNotContain("hunter2");
  }

  @Test
  void aFileWithoutAnAnswerIsIncompleteAndNamed() throws IOException {
    Cli run = Cli.run("diagnose", ACCOUNTS, ACCOUNTS);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("no answer of VICIdial's APIs was found in", ACCOUNTS);
    assertThat(Cli.run("diagnose", file("empty.txt", "")).status()).isEqualTo(3);
  }

  @Test
  void aTextThatNamesNoFileStaysAnAnswer() {
    Cli run = Cli.run("diagnose", folder.resolve("typo.txt").toString(), ACCOUNTS);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("unknown");
    assertThat(Cli.run("diagnose", LOGIN, ACCOUNTS).out()).doesNotContain("hunter2");
  }

  @Test
  void aFolderIsWrongUsageAndNothingIsWrittenOverTheAnswers() throws IOException {
    Cli run = Cli.run("diagnose", folder.toString(), ACCOUNTS);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("not a folder");
    String file = file("answers.txt", REFUSED + "\n");
    assertThat(Cli.run("diagnose", file, ACCOUNTS, "--output", file).status()).isEqualTo(2);
    assertThat(Path.of(file)).hasContent(REFUSED);
  }

  @Test
  void aFileThatIsNamedAfterItsUrlKeepsItsPassword() throws IOException {
    String file = file("non_agent_api.php?user=crm_api&pass=hunter2&function=x", LOGIN + "\n");
    for (String format : List.of("text", "jsonl")) {
      Cli run = Cli.run("diagnose", file, ACCOUNTS, "--format", format);
      assertThat(run.all()).contains("crm_api").doesNotContain("hunter2");
    }
  }
}
