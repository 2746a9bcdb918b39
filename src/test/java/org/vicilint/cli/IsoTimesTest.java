package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** Dates and times as programs write them, wherever VICIdial's are read. */
class IsoTimesTest {
  private static final String HEADER =
      "user\tapi_date\tapi_script\tfunction\tresult\tresult_reason\tsource\tdata\n";
  private static final String ACCOUNTS =
      """
      accounts:
        - user: crm
          user_level: 8
          vdc_agent_api_access: 1
          modify_leads: 1
          api_allowed_functions: [add_lead]
          failed_login_count: 10
          last_login_date: %s
      groups:
        - user_group: ADMIN
      """;

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Cli can(String lastLogin, String at) throws IOException {
    return Cli.run(
        "can", "crm", "add_lead", file("a.yaml", ACCOUNTS.formatted(lastLogin)), "--at", at);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-04 10:00:01",
        "2026-05-04T10:00:01",
        "2026-05-04T10:00:01Z",
        "2026-05-04T10:00:01.123456Z",
        "2026-05-04T10:00:01+02:00",
        "2026-05-04T10:00:01.5-0530",
        "2026-05-04 10:00:01+00"
      })
  void everyFormIsTheSameMoment(String time) throws IOException {
    String log =
        file("log.tsv", HEADER + "crm\t" + time + "\tnon-agent\tadd_lead\tSUCCESS\tok\ts\t\n");
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone : new String[] {"UTC", "Pacific/Kiritimati", "America/Los_Angeles"}) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        String usage = Cli.run("usage", log, "--format", "json").out();
        assertThat(Vectors.parse(usage).at("/log/first").asText()).isEqualTo("2026-05-04 10:00:01");
        assertThat(Cli.run("usage", log, "--since", time, "--until", time).out())
            .contains("1 call in the log");
        assertThat(can("\"" + time + "\"", "2026-05-04 10:14:00").out()).startsWith("No");
        assertThat(can("\"" + time + "\"", "2026-05-04T10:16:00Z").out())
            .startsWith(time.length() > 19 ? "Not known" : "Yes");
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-02-30 10:00:00", "04.05.2026 10:00", "2026-05-04T25:00:00Z", "soon"})
  void aDateThatCannotBeReadIsAProblemAndNoLockIsDenied(String time) throws IOException {
    Cli run = can("\"" + time + "\"", "2026-05-04 10:05:00");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("a.yaml:8:22: problem: last_login_date is not a date and time");
    assertThat(run.out()).contains("not judged: it cannot be read").doesNotContain("9999");
    String tsv =
        file(
            "users.tsv",
            "user\tuser_level\tfailed_login_count\tlast_login_date\ncrm\t8\t10\t" + time + "\n");
    assertThat(Cli.run("can", "crm", "add_lead", tsv, "--at", "2026-05-04 10:05:00").err())
        .contains("users.tsv:2:10: problem: last_login_date is not a date and time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-05-04T10:00:01Z", "2026-05-04 10:00:01+02:00", "2026-05-04T10:00-05"})
  void aZoneThatALockRestsOnIsAProblem(String time) throws IOException {
    Cli run = can("\"" + time + "\"", "2026-05-04 10:05:00");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("a.yaml:8:22: problem: last_login_date names a zone, and a lock rests on it")
        .contains("times name a zone, which is not applied");
    String columns = "user\tuser_level\tfailed_login_count\tlast_login_date\n";
    String tsv = file("users.tsv", columns + "crm\t8\t10\t" + time + "\n");
    assertThat(Cli.run("lint", tsv).err()).contains("users.tsv:2:10: problem: last_login_date");
    String csv = file("users.csv", columns.replace('\t', ',') + "crm,8,10," + time + "\n");
    assertThat(Cli.run("lint", csv).err()).contains("users.csv:2:10: problem: last_login_date");
  }

  @Test
  void aZoneThatNoLockRestsOnIsANote() throws IOException {
    String text = ACCOUNTS.formatted("\"2026-05-04T10:00:01Z\"").replace("count: 10", "count: 9");
    Cli run = Cli.run("lint", file("a.yaml", text), "--fail-on", "never");
    assertThat(run.out()).contains("a.yaml: times name a zone");
    assertThat(run.err()).doesNotContain("problem");
    String plain = text.replace("01Z", "01");
    assertThat(Cli.run("lint", file("b.yaml", plain)).all()).doesNotContain("zone");
  }

  @Test
  void aZoneInTheLogAndInAnOptionIsANote() throws IOException {
    String row = "\tnon-agent\tadd_lead\tSUCCESS\tok\ts\t\n";
    for (String time : new String[] {"2026-05-04T10:00:01Z", "2026-05-04 10:00+02"}) {
      String log = file("log.tsv", HEADER + "crm\t" + time + row);
      Cli run = Cli.run("usage", log, "--since", "2026-05-01T00:00:00Z");
      assertThat(run.all())
          .contains("log.tsv: times name a zone, which is not applied")
          .contains("--since names a zone, which is not applied");
    }
    String plain = file("log.tsv", HEADER + "crm\t2026-05-04 10:00:01" + row);
    assertThat(Cli.run("usage", plain, "--since", "2026-05-01").all()).doesNotContain("zone");
  }

  @Test
  void theZeroDateIsLongAgo() throws IOException {
    assertThat(can("\"0000-00-00 00:00:00\"", "2026-05-04 10:05:00").out()).startsWith("Yes");
    assertThat(can("null", "2026-05-04 10:05:00").status()).isZero();
  }

  @Test
  void aRowOfTheLogThatCannotBePlacedIsAProblem() throws IOException {
    String log =
        file(
            "log.tsv",
            HEADER + "crm\t2026-02-30T10:00:00Z\tnon-agent\tadd_lead\tSUCCESS\tok\ts\t\n");
    Cli run = Cli.run("usage", log);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("log.tsv:2:1: problem: api_date is not a date and time");
  }

  @Test
  void daysMayHaveATime() throws IOException {
    String text =
        "accounts:\n  - user: crm # vicilint: waive not-api-only until 2026-05-04T10:00:01Z -- ops: x\n"
            + "    kind: service\n";
    String file = file("a.yaml", text);
    String[] lint = {"lint", file, "--only", "not-api-only", "--date"};
    assertThat(
            Cli.run(lint[0], lint[1], lint[2], lint[3], lint[4], "2026-05-04T23:00:00+02:00")
                .status())
        .isZero();
    assertThat(Cli.run(lint[0], lint[1], lint[2], lint[3], lint[4], "2026-05-05").status())
        .isEqualTo(1);
    assertThat(Cli.run(lint[0], lint[1], lint[2], lint[3], lint[4], "2026-02-30").status())
        .isEqualTo(2);
  }
}
