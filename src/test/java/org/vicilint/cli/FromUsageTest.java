package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.LoggedNames;
import org.vicilint.access.ObservedCalls;
import org.vicilint.access.Subject;
import org.vicilint.access.Verdict;
import org.vicilint.diagnosis.LoggedAnswers;
import org.vicilint.engine.Recommendation;
import org.vicilint.input.EstateReader;
import org.vicilint.input.table.Secrets;
import org.vicilint.log.LogReading;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.profile.Profile;
import org.vicilint.source.Limits;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Runs;
import org.vicilint.testkit.Vectors;

/** An account is cut to what it called. */
class FromUsageTest {
  private static final String FOLDER = "src/test/resources/exports/";
  private static final String USERS = FOLDER + "vicidial_users.tsv";
  private static final String GROUPS = FOLDER + "vicidial_user_groups.tsv";
  private static final String LOG = FOLDER + "vicidial_api_log.tsv";

  @TempDir private Path folder;

  /** The law: what was granted is granted still, and what was never called is closed. */
  @Test
  void everyCallThatWasGrantedIsStillGrantedAndWhatWasNeverCalledIsClosed() {
    Estate estate =
        new EstateReader(
                null,
                Limits.DEFAULT,
                new Secrets(),
                new LogReading(null, null, new LoggedAnswers(Runs.CATALOG)::of),
                null)
            .read(List.of(USERS, GROUPS, LOG), System.in);
    AccessEvaluator access = Runs.access(estate);
    Profile profile = Runs.profile("default");
    LoggedNames names = new LoggedNames(access.functions());
    int cut = 0;
    for (Account account : estate.accounts()) {
      if (estate.usage().of(account).isEmpty()) {
        continue;
      }
      Recommendation result =
          Recommendation.ofUsage(account, estate.usage(), profile, List.of(access));
      ObservedCalls called =
          new ObservedCalls(estate.usage().of(account).orElseThrow(), names, access);
      Subject before = access.prepare(account);
      Subject after = access.prepare(result.least().account());
      for (int i = 0; i < access.functions().size(); i++) {
        String call = account.user() + " " + access.functions().get(i).name();
        boolean granted = access.decide(before, i) == Verdict.GRANTED;
        boolean stays = access.decide(after, i) == Verdict.GRANTED;
        if (called.use(i) == ObservedCalls.Use.USED && granted) {
          assertThat(stays).as(call).isTrue();
        }
        if (called.use(i) == ObservedCalls.Use.NONE) {
          assertThat(stays).as(call).isFalse();
          cut += granted ? 1 : 0;
        }
      }
    }
    assertThat(cut).isGreaterThan(200);
  }

  @Test
  void anAccountThatIsNotInTheLogIsNotCut() {
    JsonNode result = json("old_vendor");
    assertThat(result.at("/usage/in_log").asBoolean()).isFalse();
    assertThat(result.at("/account/api_allowed_functions").asText())
        .contains(" add_lead ")
        .contains(" logout ");
    assertThat(Cli.run("recommend", "old_vendor", USERS, GROUPS, LOG, "--from-usage").out())
        .contains("has no call of it");
  }

  @Test
  void theListIsWhatWasCalledInTheTimeAskedFor() throws IOException {
    assertThat(json("crm_api").at("/account/api_allowed_functions").asText())
        .isEqualTo(" add_lead lead_search update_lead ");
    assertThat(json("mgr1").at("/account/api_allowed_functions").asText())
        .isEqualTo(" update_cid_group_entry user_group_status ");
    String log =
        Files.writeString(
                folder.resolve("log.tsv"),
                "user\tapi_date\tapi_script\tfunction\tresult\tresult_reason\n"
                    + "crm_api\t2026-01-01 00:00:00\tnon-agent\tadd_lead\tSUCCESS\tok\n"
                    + "crm_api\t2026-02-01 00:00:00\tnon-agent\tupdate_lead\tSUCCESS\tok\n")
            .toString();
    Cli run =
        Cli.run(
            "recommend",
            "crm_api",
            USERS,
            log,
            "--from-usage",
            "--since",
            "2026-01-15",
            "--format",
            "json");
    assertThat(run.status()).isZero();
    assertThat(Vectors.parse(run.out()).at("/account/api_allowed_functions").asText())
        .isEqualTo(" update_lead ");
  }

  @Test
  void whatIsDeclaredAndWasNotCalledIsCutAndTold() throws IOException {
    String accounts =
        Files.writeString(
                folder.resolve("a.yaml"),
                """
                accounts:
                  - user: loader
                    kind: service
                    functions: [add_lead, update_lead]
                    user_level: 8
                    vdc_agent_api_access: 1
                    api_allowed_functions: [add_lead, update_lead]
                    modify_leads: 1
                """)
            .toString();
    String log =
        Files.writeString(
                folder.resolve("log.tsv"),
                "user\tapi_date\tapi_script\tfunction\tresult\tresult_reason\n"
                    + "loader\t2026-01-01 00:00:00\tnon-agent\tadd_lead\tSUCCESS\tok\n")
            .toString();
    Cli run = Cli.run("recommend", "loader", accounts, log, "--from-usage");
    assertThat(run.out())
        .contains("declared, and cut since the log does not have it: update_lead")
        .contains("    functions: [add_lead]\n")
        .contains("    api_allowed_functions: [add_lead]\n");
  }

  @Test
  void withoutALogNothingIsRecommended() {
    Cli run = Cli.run("recommend", "crm_api", USERS, "--from-usage");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no log of the API");
    assertThat(
            Cli.run("recommend", "crm_api", USERS, LOG, "--from-usage", "--functions", "add_lead")
                .status())
        .isEqualTo(2);
  }

  @Test
  void allProgramsAreCutIntoAFolder() {
    Path target = folder.resolve("cut");
    Cli run =
        Cli.run(
            "recommend",
            "--all",
            USERS,
            GROUPS,
            LOG,
            "--from-usage",
            "--output",
            target.toString());
    assertThat(run.out()).contains("files written to");
    assertThat(target.resolve("crm_api.yaml"))
        .content()
        .contains("api_allowed_functions: [add_lead, lead_search, update_lead]");
  }

  private static JsonNode json(String user) {
    Cli run = Cli.run("recommend", user, USERS, GROUPS, LOG, "--from-usage", "--format", "json");
    return Vectors.parse(run.out());
  }
}
