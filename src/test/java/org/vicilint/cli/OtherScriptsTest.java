package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.OwnScripts;
import org.vicilint.model.ScriptRows;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** Rows of the API's log that VICIdial's own scripts wrote are no calls of the two APIs. */
class OtherScriptsTest {
  private static final String FOLDER = "src/test/resources/scripts/";
  private static final String ACCOUNTS = FOLDER + "accounts.yaml";
  private static final String LOG = FOLDER + "log.tsv";
  private static final String HEADER =
      "user\tapi_date\tapi_script\tfunction\tresult\tresult_reason\tsource\tdata\n";

  @TempDir private Path folder;

  private String log(String rows) throws IOException {
    return Files.writeString(folder.resolve("log.tsv"), HEADER + rows).toString();
  }

  @Test
  void theTableCountsThemApartAndNamesWhoTheyAre() {
    Cli run = Cli.run("usage", ACCOUNTS, LOG);
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("1 call in the log, 2026-05-04 10:09:00 to 2026-05-04 10:09:00")
        .contains("8 rows of other scripts in the log, no calls of the two APIs:")
        .contains("lead_move_list (movelist), 1 by 1001: agc/dispo_move_list.php moves leads")
        .contains("aws_polly (AWS_polly), 1 by polly: extras/vdc_AWS_polly_TTS.php")
        .contains("dispo_change_status (dispo_chan), 1 by 1002")
        .doesNotContain("no such account")
        .doesNotContain("without an account")
        .doesNotContain("vdc)");
  }

  @Test
  void jsonHasThemByScriptAndFunctionAndWhose() {
    JsonNode usage = Vectors.parse(Cli.run("usage", ACCOUNTS, LOG, "--format", "json").out());
    assertThat(usage.at("/log/calls").asInt()).isEqualTo(1);
    assertThat(usage.at("/log/other_rows").asInt()).isEqualTo(8);
    assertThat(usage.get("other_scripts")).hasSize(8);
    JsonNode moved = null;
    for (JsonNode each : usage.get("other_scripts")) {
      moved = each.get("script").asText().equals("movelist") ? each : moved;
    }
    assertThat(moved.get("function").asText()).isEqualTo("lead_move_list");
    assertThat(moved.get("file").asText()).isEqualTo("agc/dispo_move_list.php");
    assertThat(moved.get("users").toString()).isEqualTo("[{\"user\":\"1001\",\"rows\":1}]");
    assertThat(usage.get("accounts")).hasSize(3);
    for (JsonNode account : usage.get("accounts")) {
      boolean program = account.get("user").asText().equals("crm_sync");
      assertThat(account.get("calls").asInt()).isEqualTo(program ? 1 : 0);
      assertThat(account.get("status").asText()).isEqualTo(program ? "in_log" : "not_in_log");
    }
  }

  @Test
  void csvAndThePageSayThemToo() {
    assertThat(Cli.run("usage", ACCOUNTS, LOG, "--format", "csv").out())
        .contains("1001,other_script,,lead_move_list,other_script,false,0,0,0,0,,0,")
        .contains(",movelist,1\n");
    assertThat(Cli.run("usage", ACCOUNTS, LOG, "--format", "html").out())
        .contains("8 rows of other scripts in the log")
        .contains("lead_move_list (movelist), 1 by 1001");
  }

  @Test
  void findingsRestOnNoneOfThem() {
    Cli run = Cli.run("lint", ACCOUNTS, LOG, "--format", "json");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("the log has 8 rows of other scripts, which are no calls of the two APIs")
        .doesNotContain("shared-account\",\n      \"severity")
        .doesNotContain("\"failing-integration\",\n      \"severity");
    assertThat(Cli.run("lint", ACCOUNTS, LOG, "--only", "shared-account,failing-integration").out())
        .contains("no findings");
  }

  @Test
  void aRecommendationFromUseRestsOnNoneOfThem() {
    Cli run = Cli.run("recommend", "1001", "--from-usage", ACCOUNTS, LOG);
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("the log has 2 rows of other scripts")
        .contains("lead_move_list (movelist)")
        .contains("has no call of it");
  }

  @Test
  void anAccountIsShownWithItsOwnRowsAlone() {
    Cli run = Cli.run("usage", ACCOUNTS, LOG, "--user", "polly,1001");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("3 rows of other scripts").doesNotContain("1002");
  }

  @Test
  void theThirdApiIsNoneOfTheTwoThoughItCallsItselfAgent() throws IOException {
    String log =
        log(
            "crm_sync\t2026-05-04 10:00:00\tagent\texternal_dial_lead\tSUCCESS\tok\tqc\t\n"
                + "crm_sync\t2026-05-04 10:00:00\tagent\texternal_dial\tSUCCESS\tok\tcrm\t\n"
                + "crm_sync\t2026-05-04 10:00:00\tmy_thing\tdo_it\t3\tok\tx\t\n");
    Cli run = Cli.run("usage", ACCOUNTS, log);
    assertThat(run.out())
        .contains("1 call from 1 source (crm)")
        .contains("external_dial_lead (agent), 1 by crm_sync: vicidial/qc_api.php")
        .contains("do_it (my_thing), 1 by crm_sync: no script of VICIdial's that is known");
  }

  @Test
  void bothApisNameThemselvesSoAnEmptyScriptIsNoCall() throws IOException {
    String log =
        log(
            "crm_sync\t2026-05-04 10:00:00\t\tadd_lead\tERROR\tx\ta\t\n"
                + "crm_sync\t2026-05-04 10:00:00\tNULL\tadd_lead\tERROR\tx\tb\t\n"
                + "crm_sync\t2026-05-04 10:00:00\tnon-agent\tupdate_lead\tSUCCESS\tok\tcrm\t\n");
    Cli usage = Cli.run("usage", ACCOUNTS, log);
    assertThat(usage.status()).isZero();
    assertThat(usage.out())
        .contains("1 call from 1 source (crm)", "2 rows of other scripts in the log")
        .contains("add_lead (no api_script), 2 by crm_sync: api_script is empty, and both APIs");
    assertThat(Cli.run("lint", ACCOUNTS, log).all())
        .contains("the log has 2 rows of other scripts", "add_lead (no api_script), 2 by crm_sync");
    assertThat(Cli.run("lint", ACCOUNTS, log, "--only", "shared-account,failing-integration").out())
        .contains("no findings");
  }

  @Test
  void withoutTheColumnTheFunctionDecides() throws IOException {
    String log =
        Files.writeString(
                folder.resolve("log.tsv"),
                HEADER.replace("api_script\t", "")
                    + "crm_sync\t2026-05-04 10:00:00\tadd_lead\tSUCCESS\tok\tcrm\t\n"
                    + "1001\t2026-05-04 10:00:00\tlead_move_list\t1\t9\tvdc\t\n")
            .toString();
    Cli usage = Cli.run("usage", ACCOUNTS, log);
    assertThat(usage.status()).isZero();
    assertThat(usage.out())
        .contains("1 call from 1 source (crm)", "1 row of other scripts in the log")
        .contains("lead_move_list (no api_script), 1 by 1001: agc/dispo_move_list")
        .contains("a log has no column api_script");
    assertThat(Cli.run("lint", ACCOUNTS, log).all())
        .contains("the log has 1 row of other scripts", "a log has no column api_script");
  }

  @Test
  void theFunctionsOfOwnScriptsAreThoseOfTheCatalogAndOfNeitherApi() {
    assertThat(OwnScripts.load().functions()).isNotEmpty().allMatch(OtherScriptsTest::apart);
    assertThat(Catalog.load().names()).noneMatch(OtherScriptsTest::apart);
  }

  private static boolean apart(String function) {
    return ScriptRows.apart(function.getBytes(StandardCharsets.UTF_8), 0, function.length());
  }

  @Test
  void aLogOfOtherScriptsAloneTellsNothingOfCalls() throws IOException {
    Cli run =
        Cli.run(
            "usage",
            ACCOUNTS,
            log("1001\t2026-05-04 10:00:00\tmovelist\tlead_move_list\t1\t9\tvdc\t\n"));
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("the log has only rows of other scripts");
  }

  @Test
  void rowsOutsideTheTimeAreCallsOnlyWhenTheyAreSome() {
    assertThat(Cli.run("usage", ACCOUNTS, LOG, "--since", "2026-05-04 10:08:30").out())
        .contains("1 call in the log")
        .doesNotContain("outside the time asked for");
  }
}
