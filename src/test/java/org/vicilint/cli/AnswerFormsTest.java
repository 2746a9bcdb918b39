package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** Answers as people have them: documented, wrapped, as JSON, translated, about an agent. */
class AnswerFormsTest {
  private static final String ACCOUNTS = "src/test/resources/answers/accounts.yaml";

  private static List<JsonNode> rows(String text) {
    Cli run = Cli.runWith(text, "diagnose", "-", ACCOUNTS, "--format", "jsonl");
    return run.out().lines().map(Vectors::parse).toList();
  }

  private static JsonNode row(String text) {
    List<JsonNode> rows = rows(text);
    assertThat(rows).as(text).hasSize(1);
    return rows.get(0);
  }

  private static String told(JsonNode row) {
    List<String> told = new ArrayList<>();
    for (String field : List.of("status", "api", "function", "operation", "account", "gate")) {
      told.add(row.get(field).isNull() ? "-" : row.get(field).asText());
    }
    return String.join(" ", told);
  }

  private static List<String> change(JsonNode row) {
    List<String> change = new ArrayList<>();
    row.get("change")
        .forEach(
            c ->
                change.add(
                    c.get("name").asText()
                        + " "
                        + c.get("from").asText()
                        + " "
                        + c.get("to").asText()));
    return change;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION - 6666|add_lead ~ refusal non_agent add_lead - 6666 allowed_function
          ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION - 6666|add_lead| ~ refusal non_agent add_lead - 6666 allowed_function
          ERROR: campaigns_list USER DOES NOT HAVE PERMISSION TO GET CAMPAIGN INFO - 6666|0 ~ refusal non_agent campaigns_list - 6666 level_and_flags
          ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM - crm_api|3 ~ refusal non_agent add_lead - crm_api level_and_flags
          ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM: |crm_api|3| ~ refusal non_agent add_lead - crm_api level_and_flags
          ERROR: add_user USER DOES NOT HAVE PERMISSION TO ADD USERS - 6666|0 ~ refusal non_agent add_user - 6666 level_and_flags
          ERROR: add_user YOU MUST USE ALL REQUIRED FIELDS - 6666|1000|||| ~ other non_agent add_user - 6666 -
          ERROR: user_group DOES NOT EXIST - crm_api|LOADERS ~ refusal non_agent - - crm_api list_scope
          ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION - LOCAL_AND_CCC|6666|force_fronter_audio_stop ~ refusal agent force_fronter_audio_stop - 6666 allowed_function
          ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION - 6666|external_dial ~ refusal agent external_dial - 6666 allowed_function
          ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION - BEGIN|6666|stereo_recording|ADMIN ~ refusal agent stereo_recording - 6666 allowed_function
          ERROR: Login incorrect, please try again - crm_api|hunter2|BAD ~ refusal non_agent - - crm_api login
          ERROR: Too many login attempts, try again in 15 minutes - crm_api|LOCK ~ refusal non_agent - - crm_api login
          NOTICE: update_list USER DOES NOT HAVE PERMISSION TO DELETE LISTS - 6666|0 ~ refusal non_agent update_list delete_list=Y 6666 operation
          ERROR: update_user USER DOES NOT HAVE PERMISSION TO DELETE USERS - 6666|0 ~ refusal non_agent update_user delete_user=Y 6666 operation
          {"error":"add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM: |6666|0|"} ~ refusal non_agent add_lead - 6666 level_and_flags
          ERROR: external_dial not valid - 7275551212|1|YES|6666 ~ other agent external_dial - - -
          ERROR: no user found - 6666 ~ other agent - - - -
          ERROR: agent_user is not logged in - 6666 ~ other agent - - 6666 -
          ERROR: agent_user is not allowed to place manual dial calls - 6666 ~ refusal agent - - 6666 -
          ERROR: caller_id_number from group_alias is not valid - 6666|TESTING|123 ~ other agent - - 6666 -
          ERROR: group_alias is not valid - 6666|TESTING ~ other agent - - 6666 -
          ERROR: preview dialing not allowed on this campaign - 6666|TESTING|DISABLED ~ other agent - - 6666 -
          ERROR: lead_search INVALID SEARCH PARAMETERS: hunter2 ~ other non_agent lead_search - - -
          NOTICE: add_lead ADDED TO HOPPER - 7275551111|193715|1677922|6666 ~ other non_agent add_lead - - -
          ERROR: add_user USER DOES NOT HAVE PERMISSION TO ADD USERS IN THIS USER LEVEL: |crm_api|9|8 ~ refusal non_agent add_user - crm_api -
          ERROR: update_lead NOT AN ALLOWED LIST ID, SEARCH - 101|5 ~ refusal non_agent update_lead - - -
          ERROR: update_list SOMETHING VERY NEW - 1 ~ unknown - update_list - - -
          """)
  void everyFormNamesFunctionAccountAndGate(String answer, String expected) {
    JsonNode row = row(answer);
    assertThat(told(row)).isEqualTo(expected);
    assertThat(row.toString()).doesNotContain("hunter2");
  }

  @Test
  void theDocumentationsFormOfEveryRefusalIsTheServersForm() {
    Map<String, String> different = new TreeMap<>();
    int asked = 0;
    for (Function function : Catalog.load().functions()) {
      var newest = function.history().get(function.history().size() - 1);
      String text = newest.refusal();
      if (function.api() != Api.NON_AGENT || newest.gone() || text == null) {
        continue;
      }
      String server = text.replace("{user}", "crm_api");
      String documented = server.replace(": |", " - ").replaceFirst("\\|$", "");
      for (String wrapped :
          List.of(documented, "2026-05-04T10:00:01Z [api] \"" + documented + "\"")) {
        asked++;
        if (!told(row(server)).equals(told(row(wrapped)))) {
          different.put(wrapped, told(row(wrapped)));
        }
      }
    }
    assertThat(different).isEmpty();
    assertThat(asked).isGreaterThan(100);
  }

  @Test
  void anAgentThatMayNotDialByHandIsChangedAndNotTheCaller() {
    JsonNode row = row("ERROR: agent_user is not allowed to place manual dial calls - 6666");
    assertThat(change(row)).containsExactly("agentcall_manual 0 1");
    assertThat(row.get("meaning").asText()).contains("the agent's, ").contains("not the caller's");
    assertThat(row.get("nearest").isNull()).isTrue();
    Cli run =
        Cli.runWith(
            "ERROR: agent_user is not allowed to place manual dial calls - nobody",
            "diagnose",
            "-",
            ACCOUNTS);
    assertThat(run.status()).as("no such agent").isEqualTo(3);
    assertThat(run.out()).contains("agent     nobody");
  }

  @Test
  void aStateAndAParameterAreNoPermission() {
    String answers =
        """
        ERROR: agent_user is not logged in - 6666
        ERROR: no user found - 6666
        ERROR: group_alias is not valid - 6666|TESTING
        """;
    Cli run = Cli.runWith(answers, "diagnose", "-", ACCOUNTS);
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("a state: no permission refuses it")
        .contains("does not exist. No permission")
        .contains("no refusal by permission: a parameter")
        .contains("answers: 0 refused, 0 successful, 3 about parameters or a state, 0 unknown;")
        .doesNotContain("nearest")
        .doesNotContain("smallest change");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR: Login incorrect, please try again: |||BAD|",
        "ERROR: Invalid Username/Password: |||0|0|BAD|0|api|SELECT count(*) from vicidial_users|",
        "ERROR: Invalid Username/Password: |||0|"
      })
  void emptyCredentialsAreNoWrongPassword(String answer) {
    JsonNode row = row(answer);
    assertThat(told(row)).matches("refusal (non_)?agent - - - login");
    assertThat(row.get("answer").asText()).doesNotContain("****").doesNotContain("SELECT");
    assertThat(row.get("meaning").asText())
        .contains("None arrived: the request carried neither user nor pass")
        .contains("No account's counter of refused logins rises")
        .doesNotContain("wrong");
  }

  @Test
  void halfOfTheCredentialsIsToldAsHalf() {
    assertThat(row("ERROR: Login incorrect, please try again: |crm_api||BAD|").toString())
        .contains("No password arrived")
        .contains("|crm_api||BAD|")
        .doesNotContain("****");
    JsonNode row = row("ERROR: Login incorrect, please try again: ||hunter2|BAD|");
    assertThat(row.get("meaning").asText()).contains("No user arrived").contains("counter");
    assertThat(row.get("answer").asText()).contains("||****|BAD|");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          {"result":"ERROR","result_reason":"auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION","details":{"user":"crm_api","function":"update_lead"}} ~ refusal non_agent update_lead - crm_api allowed_function
          {"result":"ERROR","result_reason":"add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM","details":{"user":"crm_api","modify_leads":"0"}} ~ refusal non_agent add_lead - crm_api level_and_flags
          {"result":"ERROR","result_reason":"agent_status USER DOES NOT HAVE PERMISSION TO GET AGENT INFO","data":[{"user":"crm_api","allowed_user":"0"}]} ~ refusal non_agent agent_status - crm_api level_and_flags
          {"result":"ERROR","result_reason":"agent_status USER DOES NOT HAVE PERMISSION TO GET AGENT INFO","data":[{"user":"crm"api","allowed_user":"0"}]} ~ refusal non_agent agent_status - crm"api level_and_flags
          {"result":"ERROR","result_reason":"agent_status USER DOES NOT HAVE PERMISSION TO GET AGENT INFO","data":[{"user":"crm_api","allo ~ refusal non_agent agent_status - crm_api level_and_flags
          {"data":[{"user":"crm_api","allowed_user":"0"}],"result_reason":"lead_search USER DOES NOT HAVE PERMISSION TO SEARCH FOR LEADS","result":"ERROR"} ~ refusal non_agent lead_search - crm_api level_and_flags
          10:00:01 [INFO] body={"result":"ERROR","result_reason":"auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION","data":[{"user":"crm_api","function":"campaigns_list"}]} 12ms ~ refusal non_agent campaigns_list - crm_api allowed_function
          {"msg":"got {\\"result\\":\\"ERROR\\",\\"result_reason\\":\\"user_details USER DOES NOT HAVE PERMISSION TO GET USER DETAILS\\",\\"data\\":[{\\"user\\":\\"crm_api\\"}]}"} ~ refusal non_agent user_details - crm_api level_and_flags
          {"log":"{\\n  \\"result\\": \\"ERROR\\",\\n  \\"result_reason\\": \\"campaigns_list USER DOES NOT HAVE PERMISSION TO GET CAMPAIGN INFO\\",\\n  \\"data\\": [{\\"user\\": \\"crm_api\\"\\n}]}\\n"} ~ refusal non_agent campaigns_list - crm_api level_and_flags
          {'result': 'ERROR', 'result_reason': 'hopper_list USER DOES NOT HAVE PERMISSION TO GET CAMPAIGN INFO', 'data': [{'user': 'crm_api'}]} ~ refusal non_agent hopper_list - crm_api level_and_flags
          {"result":"ERROR","result_reason":"Login incorrect, please try again","data":[{"user":"crm_api","pass":"hunter2"}]} ~ refusal non_agent - - crm_api login
          {"result":"ERROR","result_reason":"add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM: |crm_api|0|"} ~ refusal non_agent add_lead - crm_api level_and_flags
          {"result":"ERROR","result_reason":"lead_search INVALID SEARCH PARAMETERS","data":[{"pass":"hunter2"}]} ~ other non_agent lead_search - - -
          {"result":"SUCCESS","result_reason":"add_lead LEAD HAS BEEN ADDED","data":[{"lead_id":"12"}]} ~ success non_agent add_lead - - -
          {"result":"ERROR","result_reason":"sesame hunter2","data":[{"user":"crm_api"}]} ~ unknown - - - - -
          {"response":"ERROR: campaigns_list USER DOES NOT HAVE PERMISSION TO GET CAMPAIGN INFO: |crm_api|0|\\n"} ~ refusal non_agent campaigns_list - crm_api level_and_flags
          """)
  void jsonIsReadWhereverItStandsAndHoweverItIsBroken(String line, String expected) {
    JsonNode row = row(line);
    assertThat(told(row)).isEqualTo(expected);
    assertThat(row.toString()).doesNotContain("hunter2");
  }

  @Test
  void jsonOverSeveralLinesIsOneAnswerAtItsFirstLine() {
    String text =
        """
        started {
        response: {
          "result": "ERROR",
          "result_reason": "logged_in_agents USER DOES NOT HAVE PERMISSION TO GET AGENT INFO",
          "data": [
            {
              "user": "crm_api",
              "allowed_user": "0"
            }
          ]
        }
        ERROR: NO FUNCTION SPECIFIED
        """;
    List<JsonNode> rows = rows(text);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get("line").asInt()).isEqualTo(2);
    assertThat(told(rows.get(0)))
        .isEqualTo("refusal non_agent logged_in_agents - crm_api level_and_flags");
    assertThat(rows.get(1).get("line").asInt()).isEqualTo(12);
    assertThat(rows.get(0).get("notes").toString()).contains("from 260519-1647 on");
  }

  @Test
  void aForkIsToldFromTheBuildsThatAnswerAsJson() {
    String fork =
        "{\"result\":\"ERROR\",\"result_reason\":\"add_user USER DOES NOT HAVE PERMISSION TO ADD USERS\",\"data\":[{\"user\":\"6666\"}]}";
    assertThat(row(fork).get("notes").toString())
        .contains("a wrapper or a changed server")
        .doesNotContain("260519");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          ERROR: auth EL USUARIO NO TIENE PERMISO PARA USAR ESTA FUNCIÓN - 7275551212|crm_api|external_dial|ADMIN ~ unknown agent external_dial - crm_api -
          ERREUR: auth L'UTILISATEUR N'A PAS LA PERMISSION - 1|crm_api|external_hangup|ADMIN ~ unknown agent external_hangup - crm_api -
          10:00 agc: "FEHLER: auth KEINE BERECHTIGUNG - A|B|crm_api|logout|ADMIN" ~ unknown agent logout - crm_api -
          ERROR: Usuario o contraseña no válidos: |crm_api|hunter2|0|1|BAD|0|api|SELECT ~ unknown agent - - crm_api -
          ERROR: agent_user no ha iniciado sesión - 6666 ~ unknown - - - - -
          """)
  void aTranslatedAnswerIsUnknownWithWhatIsCertain(String answer, String expected) {
    JsonNode row = row(answer);
    assertThat(told(row)).isEqualTo(expected);
    assertThat(row.get("nearest").isNull()).isTrue();
    assertThat(row.get("meaning").asText()).contains("translat");
    assertThat(row.toString()).doesNotContain("hunter2").doesNotContain("SELECT");
  }

  @Test
  void whatIsReadOfATranslatedCallIsAddedButClaimsNothing() {
    JsonNode row = row("ERROR: auth NO TIENE PERMISO - 7275551212|crm_api|external_dial|ADMIN");
    assertThat(row.get("meaning").asText())
        .contains("crm_api called external_dial")
        .contains("By what was read the call is refused (allowed_function)");
    assertThat(change(row))
        .containsExactly("api_allowed_functions  add_lead   add_lead external_dial ");
    Cli run =
        Cli.runWith(
            "ERROR: auth NO TIENE - 1|crm_api|external_dial|ADMIN", "diagnose", "-", ACCOUNTS);
    assertThat(run.status()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SUCCESS: add_lead LEAD HAS BEEN APPROVED - 7275551212|6666|101",
        "SUCCESS: add_lead LEAD HAS BEEN ADDED TWICE - 7275551212|6666|101",
        "SUCCESS: external_dial DIALING NOW - 7275551212|6666",
        "SUCCESS: Your request was processed"
      })
  void anInventedSuccessIsNotBelieved(String answer) {
    JsonNode row = row(answer);
    assertThat(row.get("status").asText()).isEqualTo("unknown");
    assertThat(row.get("meaning").asText()).contains("no build that is known writes this SUCCESS");
    assertThat(row.get("nearest").isNull()).isTrue();
    assertThat(Cli.runWith(answer, "diagnose").status()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551111|6666|999|193715|-4",
        "SUCCESS: update_lead LEAD HAS BEEN UPDATED - 6666|193716",
        "SUCCESS: external_dial function set - 7275551212|6666|1|YES|NO|YES|123456|1232020456|9||",
        "SUCCESS: lead_search LEADS FOUND IN THE SYSTEM: |6666|1|2",
        "got \"SUCCESS: add_user USER HAS BEEN ADDED - 6666|1000|hunter2|8|Testing+Person|AGENTS\""
      })
  void whatServersWriteIsASuccess(String answer) {
    JsonNode row = row(answer);
    assertThat(row.get("status").asText()).isEqualTo("success");
    assertThat(row.toString()).doesNotContain("hunter2");
  }

  @Test
  void whatARunningServerAnsweredIsKnown() {
    StringBuilder log = new StringBuilder();
    Vectors.read("requests-250720-1841").forEach(vector -> log.append(texts(vector)));
    List<String> unknown = new ArrayList<>();
    List<JsonNode> rows = rows(log.toString());
    for (JsonNode row : rows) {
      if (row.get("status").asText().equals("unknown")) {
        unknown.add(row.get("answer").asText());
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(rows).hasSizeGreaterThan(300);
  }

  /** All answers in a vector, one a line. */
  private static String texts(JsonNode node) {
    if (node.isTextual()) {
      return node.asText().matches("(?s)(ERROR|SUCCESS|NOTICE): .*")
          ? node.asText().strip() + "\n"
          : "";
    }
    StringBuilder texts = new StringBuilder();
    node.forEach(child -> texts.append(texts(child)));
    return texts.toString();
  }

  @Test
  void theFactoryAdministratorIsSaidToBeTheWrongOneToOpen() {
    String bridge =
        "2026-02-11T10:22:31.114Z [x] update_lead -> \"ERROR: update_lead USER DOES NOT HAVE PERMISSION TO UPDATE LEADS IN THE SYSTEM: |6666|0|\"";
    JsonNode row = row(bridge);
    assertThat(change(row)).containsExactly("vdc_agent_api_access 0 1");
    assertThat(row.get("notes").toString()).contains("An account of its own");
  }

  @Test
  void aStatementBehindTheWordsIsNotShown() {
    assertThat(
            row("ERROR: add_lead ODD THING select pass from vicidial_users where user=x and a = b")
                .get("answer")
                .asText())
        .isEqualTo("ERROR: add_lead ODD THING ...");
  }
}
