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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** Rules that need the API's log are not counted as run when it tells too little. */
class WaitingRulesTest {
  private static final String FOLDER = "src/test/resources/exports/";
  private static final String USERS = FOLDER + "vicidial_users.tsv";
  private static final String LOG = FOLDER + "vicidial_api_log.tsv";
  private static final String HEADER =
      "user\tapi_date\tapi_script\tfunction\tresult\tresult_reason\tsource\tdata\n";

  @TempDir private Path folder;

  private static JsonNode json(String... line) {
    List<String> args = new ArrayList<>(List.of("lint", "--format", "json", "--fail-on", "never"));
    args.addAll(List.of(line));
    return Vectors.parse(Cli.run(args.toArray(String[]::new)).out());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unused-function",
        "failing-integration",
        "secret-in-log",
        "unused-function,failing-integration,secret-in-log"
      })
  void withoutALogTheyAloneAreNoRun(String rules) {
    Cli run = Cli.run("lint", USERS, "--only", rules);
    assertThat(run.status()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(run.err()).contains("no log of the API is among what was read");
    assertThat(run.out()).contains("no findings in what could be read");
    JsonNode found = json(USERS, "--only", rules);
    assertThat(found.get("rules")).isEmpty();
    assertThat(texts(found.get("rules_skipped"))).contains(rules.split(","));
    assertThat(found.at("/complete").asBoolean()).isFalse();
  }

  @Test
  void amongOthersTheyAreListedAndANoteSaysWhy() {
    JsonNode found = json(USERS);
    assertThat(found.at("/complete").asBoolean()).isTrue();
    assertThat(texts(found.get("rules_skipped")))
        .containsExactly(
            "failing-integration", "ip-unrestricted", "secret-in-log", "unused-function");
    assertThat(texts(found.get("notes")))
        .contains(
            "no log of the API was read: failing-integration, secret-in-log, unused-function did not run");
    assertThat(Cli.run("lint", USERS).out()).contains("rules that did not run: ip-unrestricted\n");
  }

  @Test
  void withAWholeLogAllRunAndOneWaitsForDays() {
    JsonNode found = json(USERS, LOG);
    assertThat(texts(found.get("rules_skipped")))
        .containsExactly("ip-unrestricted", "unused-function");
    assertThat(texts(found.get("notes")))
        .contains(
            "the log of the API spans 0 days of the 90 that are waited for: unused-function did not run");
    Cli alone = Cli.run("lint", USERS, LOG, "--only", "unused-function");
    assertThat(alone.status()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(alone.err()).contains("spans 0 days of the 90").contains("no other rule was to run");
    assertThat(Cli.run("lint", USERS, LOG, "--only", "secret-in-log").status())
        .isEqualTo(ExitStatus.FINDINGS);
  }

  @Test
  void aLogOfEnoughDaysIsEnough() throws IOException {
    Path log =
        Files.writeString(
            folder.resolve("log.tsv"),
            HEADER
                + "x\t2026-01-01 00:00:00\tnon-agent\tadd_lead\tSUCCESS\tok\ts\t\n"
                + "x\t2026-04-01 00:00:00\tnon-agent\tadd_lead\tSUCCESS\tok\ts\t\n");
    assertThat(texts(json(USERS, log.toString()).get("rules_skipped")))
        .containsExactly("ip-unrestricted");
  }

  @Test
  void aLogThatTellsNothingIsAProblem() throws IOException {
    Path empty = Files.writeString(folder.resolve("log.tsv"), HEADER);
    Cli run = Cli.run("lint", USERS, empty.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(run.err()).contains("the log has no rows");
    assertThat(texts(json(USERS, empty.toString()).get("rules_skipped")))
        .contains("failing-integration", "secret-in-log", "unused-function");
    Cli outside = Cli.run("lint", USERS, LOG, "--since", "2030-01-01");
    assertThat(outside.status()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(outside.err()).contains("the log has no calls in the time asked for");
    // Rules that need none are not kept from saying what they say.
    assertThat(Cli.run("lint", USERS, empty.toString(), "--only", "all-functions-grant").status())
        .isEqualTo(ExitStatus.FINDINGS);
  }

  @Test
  void aWaiverOfARuleThatWaitsIsNotUnused() throws IOException {
    Path profile =
        Files.writeString(
            folder.resolve("p.yaml"),
            """
            waivers:
              - {rule: unused-function, account: "*", owner: ops, reason: rare, expires: 2099-12-31}
            """);
    JsonNode found = json(USERS, "--profile", profile.toString());
    assertThat(texts(found.findValue("findings")).size()).isPositive();
    assertThat(found.get("findings").findValuesAsText("rule")).doesNotContain("unused-waiver");
  }

  @Test
  void aTimeWithoutALogIsNotedAndOptionsWithoutADatabaseAreRefused() {
    assertThat(texts(json(USERS, "--since", "5d").get("notes")))
        .contains("--since and --until choose calls of the API's log, and no log was read");
    Cli run = Cli.run("lint", USERS, "--database-log");
    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).contains("--database-log is of a live database: give --database");
  }

  @Test
  void aLogWithoutItsDataIsNotSaidToHoldNoPassword() throws IOException {
    String bare =
        Files.writeString(
                folder.resolve("bare.tsv"),
                "user\tapi_date\tapi_script\tfunction\tresult\tresult_reason\tsource\n"
                    + "6666\t2026-01-01 00:00:00\tnon-agent\tadd_user\tSUCCESS\tok\ts\n")
            .toString();
    JsonNode blind = json(USERS, bare);
    assertThat(texts(blind.get("rules"))).doesNotContain("secret-in-log");
    assertThat(texts(blind.get("rules_skipped"))).contains("secret-in-log");
    assertThat(texts(blind.get("notes")))
        .contains("a log of the API has no column data: secret-in-log did not run");
    assertThat(texts(json(USERS, LOG).get("rules"))).contains("secret-in-log");
    // What the other log holds is found all the same.
    JsonNode both = json(USERS, LOG, bare);
    assertThat(texts(both.get("rules"))).contains("secret-in-log");
    assertThat(both.get("findings").findValuesAsText("rule")).contains("secret-in-log");
    Cli only = Cli.run("lint", USERS, bare, "--only", "secret-in-log");
    assertThat(only.status()).as(only.all()).isEqualTo(3);
    assertThat(only.err()).contains("has no column data").contains("give the whole log");
  }
}
