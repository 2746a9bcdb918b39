package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** {@code vicilint diagnose}, from the command line. */
class DiagnoseTest {
  private static final String LEVEL =
      "ERROR: campaigns_list USER DOES NOT HAVE PERMISSION TO GET CAMPAIGN INFO: |wallboard|0|";
  private static final String LOGIN =
      "ERROR: Login incorrect, please try again: |wallboard|s3cret|BAD|";
  private static final String STATS =
      "ERROR: call_status_stats USER DOES NOT HAVE PERMISSION TO VIEW STATS: |wallboard|0|";
  private static final String NO_GROUP = "ERROR: user_group DOES NOT EXIST: |loader|LOADERS|";
  private static final String ACCOUNTS =
      """
      accounts:
        - user: wallboard
          user_level: 7
          vdc_agent_api_access: 1
          view_reports: 1
          api_allowed_functions: [campaigns_list, call_dispo_report]
        - user: loader
          user_level: 8
          user_group: LOADERS
          vdc_agent_api_access: 1
          api_list_restrict: 1
          modify_leads: 1
        - user: dot.ted
          user_level: 8
      groups:
        - user_group: ADMIN
      """;

  @TempDir private Path folder;

  private static JsonNode row(String answer, String... more) {
    String[] args = new String[more.length + 4];
    System.arraycopy(more, 0, args, 4, more.length);
    args[0] = "diagnose";
    args[1] = "--format";
    args[2] = "jsonl";
    args[3] = answer;
    return Vectors.parse(Cli.run(args).out().strip());
  }

  private String accounts() throws IOException {
    return Files.writeString(folder.resolve("accounts.yaml"), ACCOUNTS).toString();
  }

  @Test
  void theGateTheFunctionTheAccountAndTheSmallestChangeAreTold() throws IOException {
    JsonNode row = row(LEVEL, accounts());
    assertThat(row.get("status").asText()).isEqualTo("refusal");
    assertThat(row.get("api").asText()).isEqualTo("non_agent");
    assertThat(row.get("function").asText()).isEqualTo("campaigns_list");
    assertThat(row.get("account").asText()).isEqualTo("wallboard");
    assertThat(row.get("gate").asText()).isEqualTo("level_and_flags");
    assertThat(row.get("decision").asText()).isEqualTo("PERMISSION");
    assertThat(row.get("change").toString())
        .isEqualTo("[{\"name\":\"user_level\",\"from\":\"7\",\"to\":\"8\",\"exact\":true}]");
    assertThat(row.get("meaning").asText()).contains("number of accounts that matched, not the");
    assertThat(Cli.run("diagnose", LEVEL).status()).isZero();
    assertThat(Cli.run("diagnose", LEVEL).out()).doesNotContain("smallest change");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          ERROR: Login incorrect, please try again: |6666|s3cret|BAD| ~ null ~ login ~ 6666
          ERROR: Too many login attempts, try again in 15 minutes: |6666|LOCK| ~ null ~ login ~ 6666
          ERROR: Your IP Address is not allowed: |6666|x| ~ null ~ login ~ null
          ERROR: Invalid Username/Password: |6666|s3cret|0| ~ null ~ login ~ 6666
          ERROR: Invalid Username/Password: |6666|s3cret|1|0|GOOD| ~ null ~ login ~ 6666
          ERROR: Invalid Username/Password: |6666|s3|cret|0|1|LOCK| ~ null ~ login ~ 6666
          ERROR: user_group DOES NOT EXIST: |6666|G| ~ null ~ list_scope ~ 6666
          ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION: |6666|add_lead| ~ add_lead ~ allowed_function ~ 6666
          ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION - A|B|6666|logout|G ~ logout ~ allowed_function ~ 6666
          ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION - 6666|webserver|G ~ webserver ~ allowed_function ~ 6666
          ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION: |6666|brand_new| ~ brand_new ~ allowed_function ~ 6666
          ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM - 6666|0 ~ add_lead ~ level_and_flags ~ 6666
          ERROR: check_phone_number USER DOES NOT HAVE PERMISSION TO CHECK PHONE NUMBERS: |6666|| ~ check_phone_number ~ level_and_flags ~ 6666
          ERROR: user is not allowed to modify lead information - 1001|6666 ~ update_fields ~ level_and_flags ~ 6666
          NOTICE: update_list USER DOES NOT HAVE PERMISSION TO DELETE LEADS: |6666|0 ~ update_list ~ operation ~ 6666
          ERROR: update_did USER DOES NOT HAVE PERMISSION TO DELETE DIDS: |6666|1 ~ update_did ~ operation ~ 6666
          ERROR: NO FUNCTION SPECIFIED ~ null ~ function ~ null
          ERROR: campaigns_list USER DOES NOT HAVE PERMISSION TO GET CAMPAIGN INFO: |66 ~ campaigns_list ~ level_and_flags ~ null
          """)
  void everyKindOfAnswerIsKnown(String answer, String function, String gate, String account) {
    JsonNode row = row(answer);
    assertThat(row.get("function").asText()).isEqualTo(function);
    assertThat(row.get("gate").asText()).isEqualTo(gate);
    assertThat(row.get("account").asText()).isEqualTo(account);
    assertThat(row.toString()).doesNotContain("s3cret").doesNotContain("s3|cret");
  }

  @Test
  void theTwoNumbersOfTheAgentApiTellWhichHalfFailed() {
    String start = "ERROR: Invalid Username/Password: |6666|s3cret|";
    assertThat(row(start + "1|0|GOOD|").get("meaning").asText())
        .contains("vdc_agent_api_access is not 1")
        .contains("no levels");
    assertThat(row(start + "0|1|BAD|0|api|SELECT").get("meaning").asText())
        .contains("has vdc_agent_api_access=1, but");
    assertThat(row(start + "0|0|BAD|0|api|SELECT").get("answer").asText())
        .isEqualTo("ERROR: Invalid Username/Password: |6666|****|0|0|BAD|...|");
  }

  @Test
  void functionsThatGiveTheSameAnswerAreAllListedAndTheAccountDecides() throws IOException {
    JsonNode alone = row(STATS);
    assertThat(alone.get("candidates").findValuesAsText("function"))
        .containsExactly("call_dispo_report", "call_status_stats");
    assertThat(alone.get("function").asText()).as("that it names").isEqualTo("call_status_stats");
    assertThat(alone.get("notes").toString()).contains("answer with this very text");
    JsonNode decided = row(STATS, accounts());
    assertThat(decided.get("function").asText()).isEqualTo("call_dispo_report");
    assertThat(decided.get("candidates")).hasSize(1);
    assertThat(decided.get("change").findValuesAsText("name")).containsExactly("user_level");
    assertThat(row(NO_GROUP).get("candidates")).hasSize(7);
  }

  @Test
  void theBuildNarrowsWhatItMayBe() {
    assertThat(row(NO_GROUP, "--build", "150430-0644").get("candidates")).hasSizeLessThan(7);
    String old = "ERROR: update_phone USER DOES NOT HAVE PERMISSION TO ADD PHONES: |6666|0";
    JsonNode now = row(old, "--build", "250720-1841");
    assertThat(now.get("function").asText()).isEqualTo("update_phone");
    assertThat(now.get("notes").toString())
        .contains("Build 250720-1841 does not answer so; builds");
    assertThat(row(old, "--build", "110821-2318").get("notes")).isEmpty();
  }

  @Test
  void whatTheAccountsContradictIsSaid() throws IOException {
    assertThat(row(LOGIN, accounts()).get("notes").toString()).contains("the login is open");
    assertThat(row(LOGIN, accounts()).get("change")).isEmpty();
    String other =
        "ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM: |loader|0|";
    assertThat(row(other, accounts()).get("notes").toString())
        .contains("By what was read another gate would refuse (list_scope)");
    JsonNode group = row(NO_GROUP, accounts());
    assertThat(group.get("function").isNull()).isTrue();
    assertThat(group.get("decision").asText()).isEqualTo("NO_GROUP");
    assertThat(group.get("change").findValuesAsText("name")).containsExactly("user_group");
  }

  @Test
  void anAccountIsFoundAsTheServerSpellsIt() throws IOException {
    JsonNode row = row(LOGIN.replace("wallboard", "DOTTED"), accounts());
    assertThat(row.get("change").findValuesAsText("name")).containsExactly("user");
  }

  @Test
  void anAccountThatIsNotThereMakesTheAnswerIncomplete() throws IOException {
    Cli run = Cli.run("diagnose", LEVEL.replace("wallboard", "nobody"), accounts());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("no account of this name");
    assertThat(Cli.run("diagnose", LOGIN.replace("wallboard", "nobody"), accounts()).status())
        .as("explains a refused login")
        .isZero();
  }

  @Test
  void answersAreFoundInALog() {
    String log =
        """
        2025-07-20 18:41:00 GET /vicidial/non_agent_api.php?user=6666&pass=hunter2&function=x
        2025-07-20 18:41:01 [warn] <pre>%s</pre> 12ms
        {"body":"%s","next":"ERROR: Invalid Username\\/Password: |a|s3cret|1|0|GOOD|\\n"}
        ERROR: the disk of another program is full
        < ERROR: add_lead INVALID PHONE NUMBER LENGTH - 312555|s3cret
        SUCCESS: add_user USER HAS BEEN ADDED - a|b|s3cret|1|
        """
            .formatted(LEVEL, LOGIN);
    Cli run = Cli.runWith(log, "diagnose", "--format", "jsonl");
    List<JsonNode> rows = run.out().lines().map(Vectors::parse).toList();
    assertThat(rows.stream().map(r -> r.get("line") + " " + r.get("status").asText()))
        .containsExactly(
            "2 refusal", "3 refusal", "3 refusal", "4 unknown", "5 unknown", "6 success");
    assertThat(rows.get(5).get("function").asText()).isEqualTo("add_user");
    assertThat(run.err()).contains("3 refused, 1 successful, 2 unknown; lines: 6");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.all()).doesNotContain("s3cret").doesNotContain("hunter2");
  }

  @Test
  void whatALogSaysAgainIsExplainedOnce() {
    String out = Cli.runWith(LEVEL + "\n" + LEVEL + "\n", "diagnose").out();
    assertThat(out).containsOnlyOnce("level_and_flags").contains("  as line 1\n");
  }

  @Test
  void anUnknownAnswerIsSaidToBeUnknownWithTheNearest() {
    Cli run = Cli.run("diagnose", LEVEL.replace("PERMISSION", "PERMISION"));
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out())
        .contains("unknown")
        .contains("The nearest known answer: ERROR: campaigns_list USER DOES NOT HAVE PERMISSION");
    assertThat(Cli.run("diagnose", "no answer at all").status()).isEqualTo(3);
    assertThat(Cli.runWith("nothing\nhere\n", "diagnose").out()).contains("no answer of VICIdial");
    assertThat(Cli.runWith("", "diagnose", "-").status()).isEqualTo(3);
    assertThat(Cli.run("diagnose", "SUCCESS: add_lead LEAD HAS BEEN ADDED - 1|2").status())
        .isZero();
  }

  @Test
  void theNearestIsOneOfTheFunctionThatIsNamed() {
    String answer = "ERROR: add_lead INVALID PHONE NUMBER LENGTH: |312|u";
    JsonNode row = row(answer);
    assertThat(row.get("function").asText()).isEqualTo("add_lead");
    assertThat(row.get("nearest").asText())
        .startsWith("ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS");
    assertThat(Cli.run("diagnose", answer).out())
        .contains("So it is no refusal by permission that is known of add_lead");
  }

  @Test
  void aVersionIsPointedToExplainBuild() {
    String version = "VERSION: 2.14-202|BUILD: 250720-1841|DATE: 2025-07-21 12:00:00|EPOCH: 1";
    Cli run = Cli.run("diagnose", version);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("'vicilint explain-build'").doesNotContain("nearest");
    assertThat(row(version).get("status").asText()).isEqualTo("unknown");
    assertThat(row("VERSION: hunter2").get("meaning").asText()).doesNotContain("explain-build");
  }

  @Test
  void whatALineRepeatsIsOneAnswer() {
    String twice = LEVEL + " " + LEVEL;
    assertThat(Cli.run("diagnose", twice).out()).doesNotContain("as line");
    Cli log = Cli.runWith(twice + " " + STATS + "\n", "diagnose", "--format", "jsonl");
    assertThat(log.out().strip().lines()).hasSize(2);
    assertThat(log.err()).contains("answers: 2 refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diagnose~ERROR:~Login~|6666|hunter2|BAD|",
        "diagnose~ERROR: Login~incorrect: |6666|hunter2|BAD|",
        "diagnose~src",
        "diagnose~-~-",
        "diagnose~x~--format~xml",
        "explain-build~BUILD:~250720-1841",
        "explain-build~250720-1841~--api~both"
      })
  void wrongUsageIsSaidAndEchoesNothing(String args) {
    Cli run = Cli.run(args.split("~"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("vicilint: ").doesNotContain("hunter2");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2FA, second factor",
    "ERRSERVERS, no active server",
    "IPBLOCK, refuses the address",
    "LOCK, Ten logins in a row"
  })
  void theReasonOfARefusedLoginIsTold(String reason, String meaning) {
    JsonNode row = row("ERROR: Login incorrect, please try again: |bot|x1y2|" + reason + "|");
    assertThat(row.get("account").asText()).isEqualTo("bot");
    assertThat(row.get("gate").asText()).isEqualTo("login");
    assertThat(row.get("meaning").asText())
        .contains(meaning)
        .doesNotContain("is wrong", "The line ends");
    assertThat(row.toString()).doesNotContain("x1y2");
  }
}
