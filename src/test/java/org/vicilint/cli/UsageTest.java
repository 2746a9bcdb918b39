package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Schemas;
import org.vicilint.testkit.Vectors;

/** What accounts may call, against what they called. */
class UsageTest {
  private static final String FOLDER = "src/test/resources/exports/";
  private static final String USERS = FOLDER + "vicidial_users.tsv";
  private static final String GROUPS = FOLDER + "vicidial_user_groups.tsv";
  private static final String LOG = FOLDER + "vicidial_api_log.tsv";
  private static final String HEADER =
      "user\tapi_date\tapi_script\tfunction\tresult\tresult_reason\tsource\tdata\n";

  @TempDir private Path folder;

  @Test
  void theSharedEstateIsToldAccountByAccount() {
    Cli run = Cli.run("usage", USERS, GROUPS, LOG);
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("lead_loader  Nightly lead loader  level 8\n")
        .contains("  Non-Agent API: 2 granted, 1 used, 1 unused\n")
        .contains(
            "  120 calls from 1 source (loader), 2026-11-21 20:56:48 to 2026-11-21 20:56:57\n")
        .contains("refused by list_scope")
        .contains("2 rows with a password")
        .contains("no call in the log's period")
        .contains("485 calls in the log, 2026-11-21 20:56:48 to 2026-11-21 20:56:57");
  }

  @Test
  void jsonSaysTheSameInFields() {
    JsonNode usage = json(USERS, GROUPS, LOG);
    assertThat(usage.at("/complete").asBoolean()).isTrue();
    assertThat(usage.at("/log/calls").asInt()).isEqualTo(485);
    assertThat(usage.at("/log/first").asText()).isEqualTo("2026-11-21 20:56:48");
    assertThat(usage.get("accounts")).hasSize(64);
    JsonNode bi = account(usage, "bi_export");
    assertThat(bi.at("/status").asText()).isEqualTo("in_log");
    assertThat(bi.at("/non_agent/granted").asInt()).isEqualTo(4);
    assertThat(bi.at("/non_agent/used").asInt()).isEqualTo(2);
    assertThat(bi.at("/non_agent/refused").asInt()).isEqualTo(1);
    assertThat(bi.at("/non_agent/unused").asInt()).isEqualTo(2);
    assertThat(bi.at("/sources")).hasSize(3);
    JsonNode stats = function(bi, "call_status_stats");
    assertThat(stats.at("/state").asText()).isEqualTo("refused");
    assertThat(stats.at("/calls/refused").asInt()).isEqualTo(10);
    assertThat(stats.at("/refused_by/level_and_flags").asInt()).isEqualTo(10);
    JsonNode cut = function(account(usage, "mgr1"), "update_cid_group_entry");
    assertThat(cut.at("/logged_as").asText()).isEqualTo("update_cid_group_ent");
    assertThat(cut.at("/state").asText()).isEqualTo("used");
    assertThat(account(usage, "old_vendor").at("/status").asText()).isEqualTo("not_in_log");
    assertThat(function(account(usage, "6666"), "add_user").at("/rows_with_password").asInt())
        .isEqualTo(2);
  }

  @Test
  void anAccountThatTheEstateDoesNotHaveIsShownAsSuch() throws IOException {
    String log = log("ghost\t2026-01-01 00:00:00\tnon-agent\tadd_lead\tSUCCESS\tok\ts\t\n");
    JsonNode ghost = account(json(USERS, log), "ghost");
    assertThat(ghost.at("/status").asText()).isEqualTo("no_such_account");
    assertThat(ghost.at("/active").isNull()).isTrue();
    assertThat(Cli.run("usage", USERS, log).out())
        .contains("ghost  no such account\n")
        .contains("1 login in the log without an account");
  }

  @Test
  void withoutALogTheRunIsIncompleteAndSaysWhatIsMissing() {
    Cli run = Cli.run("usage", USERS);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("no log of the API is among what was read")
        .contains("SELECT * FROM vicidial_api_log");
    assertThat(run.out())
        .contains("no log: nothing is known of its calls")
        .contains("  no log     Non-Agent API, ")
        .doesNotContain("log's period", "not in log", "unused");
    JsonNode usage = json(USERS);
    assertThat(usage.at("/log/known").asBoolean()).isFalse();
    JsonNode bi = account(usage, "bi_export");
    assertThat(bi.at("/status").asText()).isEqualTo("no_log");
    assertThat(bi.at("/non_agent/unused").asInt()).isZero();
    assertThat(bi.at("/non_agent/no_log").asInt()).isEqualTo(bi.at("/non_agent/granted").asInt());
    assertThat(function(bi, "recording_lookup").at("/state").asText()).isEqualTo("no_log");
    assertThat(Cli.run("usage", USERS, "--format", "html").out())
        .contains("No log: nothing is known of its calls.", "<summary>Granted: ")
        .doesNotContain("log's period", "log&#39;s period", "not called");
  }

  @Test
  void aLogWithoutCallsInTheTimeAskedForIsIncomplete() throws IOException {
    Cli run = Cli.run("usage", USERS, LOG, "--since", "2026-11-22");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("it has them from 2026-11-21 20:56:48 to 2026-11-21 20:56:57");
    Cli empty = Cli.run("usage", USERS, log(""));
    assertThat(empty.status()).isEqualTo(3);
    assertThat(empty.err()).contains("the log has no rows");
    assertThat(empty.out() + run.out())
        .contains("nothing is known of its calls")
        .doesNotContain("no call in the log's period", "unused");
  }

  @Test
  void sinceAndUntilBelongToTheTime() {
    assertThat(calls("--since", "2026-11-21")).isEqualTo(485);
    assertThat(calls("--until", "2026-11-21")).isEqualTo(485);
    assertThat(calls("--since", "1d", "--date", "2026-11-22")).isEqualTo(485);
    int before = calls("--until", "2026-11-21 20:56:52");
    int after = calls("--since", "2026-11-21T20:56:53");
    assertThat(before).isPositive();
    assertThat(after).isPositive();
    assertThat(before + after).isEqualTo(485);
    for (String wrong : List.of("yesterday", "2026-13-01", "90", "d", "-1d")) {
      Cli run = Cli.run("usage", USERS, LOG, "--since", wrong);
      assertThat(run.status()).as(wrong).isEqualTo(2);
      assertThat(run.err()).contains("--since takes a day like");
    }
    assertThat(Cli.run("usage", LOG, "--since", "2026-02-02", "--until", "2026-02-01").status())
        .isEqualTo(2);
  }

  @Test
  void onlyTheAccountsAskedForAreShown() {
    JsonNode usage = json(USERS, GROUPS, LOG, "--user", "CRM_api,wallboard");
    assertThat(usage.get("accounts")).hasSize(2);
    Cli run = Cli.run("usage", USERS, LOG, "--user", "crm_ap");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("there is no account 'crm_ap'").contains("crm_api");
  }

  @Test
  void theOrderOfTheFilesChangesNothing() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(LOG));
    String one = file("one.tsv", lines.get(0), lines.subList(1, 200));
    String two = file("two.tsv", lines.get(0), lines.subList(200, lines.size()));
    String forth = Cli.run("usage", USERS, GROUPS, one, two).out();
    assertThat(Cli.run("usage", two, GROUPS, one, USERS).out()).isEqualTo(forth);
    assertThat(Cli.run("usage", USERS, GROUPS, LOG).out()).isEqualTo(forth);
  }

  @Test
  void exportsThatOverlapAreTold() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(LOG));
    String part = file("part.tsv", lines.get(0), lines.subList(1, 10));
    Cli run = Cli.run("usage", USERS, GROUPS, LOG, part);
    assertThat(run.out().replace("\n", " "))
        .contains("have the same api_id: rows that stand in both are counted twice");
    assertThat(run.status()).isZero();
  }

  @Test
  void theJsonIsAsItsSchemaSays() throws IOException {
    String strange =
        log(
            "ghost\t2026-01-01 00:00:00\t\tno_such\tWHAT\t\ts\t\n"
                + "ghost\t2026-01-01 00:00:00\tagent\tlogout\tERROR\tInvalid Username/Password\ts\tg|x|0\n");
    for (String[] args :
        List.of(
            new String[] {USERS, GROUPS, LOG},
            new String[] {USERS},
            new String[] {USERS, strange})) {
      List<String> all = new ArrayList<>(List.of("usage", "--format", "json"));
      all.addAll(List.of(args));
      String json = Cli.run(all.toArray(String[]::new)).out();
      assertThat(Schemas.USAGE.errors(json)).isEmpty();
      assertThat(Schemas.USAGE.errors(json.replace("\"notes\"", "\"nots\""))).isNotEmpty();
    }
  }

  @Test
  void aLogIsReadInEveryFormatThatAccountsAre() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(LOG));
    StringBuilder sql = new StringBuilder("INSERT INTO `vicidial_api_log` (`");
    sql.append(lines.get(0).replace("\t", "`,`")).append("`) VALUES ");
    for (String line : lines.subList(1, lines.size())) {
      sql.append(sql.toString().endsWith("VALUES ") ? "('" : ",('");
      sql.append(line.replace("'", "''").replace("\t", "','")).append("')");
    }
    Path dump = Files.writeString(folder.resolve("log.sql"), sql.append(";\n"));
    Path packed = folder.resolve("log.tsv.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(Path.of(LOG), out);
    }
    String plain = Cli.run("usage", USERS, GROUPS, LOG, "--format", "csv").out();
    assertThat(Cli.run("usage", USERS, GROUPS, dump.toString(), "--format", "csv").out())
        .isEqualTo(plain);
    assertThat(Cli.run("usage", USERS, GROUPS, packed.toString(), "--format", "csv").out())
        .isEqualTo(plain);
  }

  @Test
  void aNulInALogIsToldByItsPlaceAndTheRestIsRead() throws IOException {
    String log =
        log(
            "6666\t2026-01-01 00:00:00\tnon-agent\tadd_lead\tSUCCESS\tok\ts\t\n"
                + "6666\t2026-01-02 00:00:00\tnon-agent\tadd_lead\tSUCCESS\tok\ts\ta\0b\n"
                + "6666\t2026-01-03 00:00:00\tnon-agent\tadd_lead\tSUCCESS\tok\ts\t\n");
    Cli run = Cli.run("usage", USERS, log);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains(log + ":3:59: problem: a NUL byte stands in the text")
        .doesNotContain("binary file");
    assertThat(run.out()).contains("3 calls in the log");
  }

  @Test
  void theEndingOfTheOutputTellsTheFormatAndThePageIsWhole() throws IOException {
    Path page = folder.resolve("usage.html");
    assertThat(Cli.run("usage", USERS, GROUPS, LOG, "--output", page.toString()).status()).isZero();
    assertThat(page)
        .content()
        .startsWith("<!DOCTYPE html>")
        .endsWith("</html>\n")
        .contains("Nightly lead loader", "refused by list_scope", "No call in the log");
    assertThat(Cli.run("usage", LOG, "--format", "pdf").status()).isEqualTo(2);
  }

  private int calls(String... options) {
    List<String> args = new ArrayList<>(List.of(USERS, GROUPS, LOG));
    args.addAll(Arrays.asList(options));
    return json(args.toArray(String[]::new)).at("/log/calls").asInt();
  }

  private static JsonNode json(String... args) {
    List<String> all = new ArrayList<>(List.of("usage", "--format", "json"));
    all.addAll(Arrays.asList(args));
    return Vectors.parse(Cli.run(all.toArray(String[]::new)).out());
  }

  private static JsonNode account(JsonNode usage, String user) {
    return find(usage.get("accounts"), "user", user);
  }

  private static JsonNode function(JsonNode account, String name) {
    return find(account.get("functions"), "function", name);
  }

  private static JsonNode find(JsonNode array, String field, String value) {
    for (JsonNode each : array) {
      if (each.get(field).asText().equals(value)) {
        return each;
      }
    }
    throw new AssertionError("no " + field + " " + value + " in " + array);
  }

  private String log(String rows) throws IOException {
    return Files.writeString(folder.resolve("log.tsv"), HEADER + rows).toString();
  }

  private String file(String name, String header, List<String> lines) throws IOException {
    return Files.writeString(folder.resolve(name), header + "\n" + String.join("\n", lines) + "\n")
        .toString();
  }
}
