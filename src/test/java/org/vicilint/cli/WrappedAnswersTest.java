package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** What programs, consoles and columns make of answers. */
class WrappedAnswersTest {
  private static List<JsonNode> rows(String text) {
    Cli run = Cli.runWith(text, "diagnose", "--format", "jsonl");
    assertThat(run.all()).doesNotContain("hunter2");
    return run.out().lines().map(Vectors::parse).toList();
  }

  private static String told(JsonNode row) {
    return String.join(
        " ",
        row.get("status").asText(),
        row.get("function").asText(),
        row.get("account").asText(),
        row.get("gate").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          10:00 \u001b[31mERROR: NO FUNCTION SPECIFIED\u001b[0m ~ refusal null null function
          [31mERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM: |crm_api|0|\u001b[0m ~ refusal add_lead crm_api level_and_flags
          {"body":"\\u003cpre\\u003eERROR: Login incorrect, please try again: |crm_api|hunter2|BAD|\\u003c/pre\\u003e"} ~ refusal null crm_api login
          {"body":"\\r\\nERROR: Login incorrect, please try again: |crm_api|hunter2|BAD|\\r\\n"} ~ refusal null crm_api login
          <p>ERROR:&nbsp;Login incorrect, please try again: &vert;crm_api&#x7c;hunter2&verbar;BAD&#124;</p> ~ refusal null crm_api login
          &lt;pre&gt;ERROR: Login incorrect, please try again: &amp;#124;crm_api&amp;#124;hunter2&amp;#124;BAD&amp;#124; ~ refusal null crm_api login
          answer=ERROR%3A+Login+incorrect%2C+please+try+again%3A+%7Ccrm_api%7Chunter2%7CBAD%7C&x=1 ~ refusal null crm_api login
          ERROR%3A%20Login%20incorrect%2C%20please%20try%20again%3A%20%7Ccrm_api%7Chunter2%7CBAD%7C ~ refusal null crm_api login
          ERROR: ERROR: Login incorrect, please try again: |crm_api|hunter2|BAD| ~ refusal null crm_api login
          ERROR: the dialer said "ERROR: Login incorrect, please try again: |crm_api|hunter2|BAD|" ~ refusal null crm_api login
          {"Result":"ERROR","Result_Reason":"add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM","user":"crm_api"} ~ refusal add_lead crm_api level_and_flags
          {"resultReason":"add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM","user":"crm_api"} ~ refusal add_lead crm_api level_and_flags
          string(64) "ERROR: Login incorrect, please try again: |crm_api|hunter2|BAD| ~ refusal null crm_api login
          DEBUG:root:text='ERROR: Login incorrect, please try again: |crm_api|hunter2 x|BAD|\\n' status=200 ~ refusal null crm_api login
            data: "ERROR: Invalid Username/Password: |crm_api|hunter2|0|1|BAD|0|api|SELECT 1 from vicidial_users where pass='hunter2'|", ~ refusal null crm_api login
          """)
  void theAnswerIsReadThroughWhatStandsAround(String line, String expected) {
    List<JsonNode> rows = rows(line);
    assertThat(rows).as(line).hasSize(1);
    assertThat(told(rows.get(0))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYS ~ refusal add_lead null level_and_flags
          ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEA... ~ refusal add_lead null level_and_flags
          ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION: |crm_api|upda ~ refusal null null allowed_function
          ERROR: Login incorrect, please try again: |crm_api|hunter2 ~ refusal null null login
          ERROR: Login incorrect, please try again: | crm_api | hunter2 | BAD | ~ refusal null null login
          ERROR: Invalid Username/Password: |crm_api|hunter2|0|1| ~ refusal null null login
          ERROR: update_user USER DOES NOT HAVE PERMISSION TO ~ unknown update_user null null
          """)
  void whatAColumnCutIsToldAsFarAsItIsCertain(String line, String expected) {
    List<JsonNode> rows = rows(line);
    assertThat(rows).hasSize(1);
    assertThat(told(rows.get(0))).isEqualTo(expected);
    assertThat(Cli.runWith(line, "diagnose").status()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":\"ERROR\",\"message\":\"add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM\"}",
        "<reason>add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM</reason>",
        "{\"message\":\"Login incorrect, please try again\",\"user\":\"crm_api\",\"pass\":\"hunter2\"}",
        "ERROR : Login incorrect, please try again : |crm_api|hunter2|BAD|",
        "ERROR:Login incorrect, please try again:|crm_api|hunter2|BAD|",
        "ERROR: Login incorrect, please try again (crm_api:hunter2)",
      })
  void anAnswerWithoutItsFormIsUnknownAndNotPassedOver(String line) {
    List<JsonNode> rows = rows(line);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get("status").asText()).isEqualTo("unknown");
    assertThat(rows.get(0).get("gate").isNull()).isTrue();
    assertThat(Cli.runWith(line, "diagnose").status()).isEqualTo(3);
  }

  @Test
  void severalAnswersInALineAreSeveral() {
    String line =
        "ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM: |crm_api|0|; "
            + "ERROR: Login incorrect, please try again: |crm_api|hunter2|BAD|; "
            + "SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551111|101|1|-5";
    assertThat(rows(line))
        .extracting(WrappedAnswersTest::told)
        .containsExactly(
            "refusal add_lead crm_api level_and_flags",
            "refusal null crm_api login",
            "success add_lead null null");
  }
}
