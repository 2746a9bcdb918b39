package org.vicilint.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Dialer;
import org.vicilint.testkit.Server;
import org.vicilint.testkit.Vectors;

/**
 * A live database gives what exports of its tables give, to a user who may read what the
 * documentation says and nothing more.
 */
@DisabledIfSystemProperty(
    named = "skip.database",
    matches = "true",
    disabledReason = "-Dskip.database=true: no MariaDB server is started")
@Tag("database")
class DatabaseTest {
  private static final String PASSWORD = "pw of vicilint";
  private static final String USER = "'vicilint'@'127.0.0.1'";

  @TempDir private Path folder;
  private Server server;
  private String address;

  @BeforeEach
  void aDialer() throws IOException {
    server = Server.shared();
    address = server.address("asterisk");
    Dialer.create(server, "asterisk");
    server.run("asterisk", "DROP USER IF EXISTS " + USER);
    server.run("asterisk", documented());
    Files.setPosixFilePermissions(
        Files.writeString(folder.resolve("pw"), PASSWORD + "\n"),
        PosixFilePermissions.fromString("rw-------"));
    Files.writeString(
        folder.resolve("settings.tsv"),
        "use_non_latin\tvdc_agent_api_active\tallow_ip_lists\n0\t1\t0\n");
  }

  @Test
  void theFindingsAreThoseOfExports() {
    JsonNode live = json(run("lint", "--profile", "strict", "--format", "json"));
    JsonNode exported =
        json(
            Cli.run(
                "lint",
                Dialer.USERS,
                Dialer.GROUPS,
                folder.resolve("settings.tsv").toString(),
                "--profile",
                "strict",
                "--format",
                "json"));
    assertThat(fingerprints(live)).isEqualTo(fingerprints(exported));
    assertThat(live.get("problems")).isEmpty();
    assertThat(live.get("findings").findValuesAsText("rule")).contains("ip-unrestricted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report --output OUT",
        "matrix --format csv",
        "can lead_loader add_lead",
        "recommend lead_loader",
        "recommend --functions add_lead --user x",
        "upgrade --from 180331-1716",
        "fix --dry-run",
        "baseline"
      })
  void everyCommandThatReadsAccountsReadsThem(String command) {
    String[] words =
        Arrays.stream(command.split(" "))
            .map(w -> w.equals("OUT") ? folder.resolve("out.html").toString() : w)
            .toArray(String[]::new);
    Cli run = run(words);
    assertThat(run.status()).as(run.all()).isIn(0, 1);
  }

  @Test
  void anAnswerOfTheServerIsExplained() {
    Cli run =
        run(
            "diagnose",
            "ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION: |lead_loader|add_list|");
    assertThat(run.status()).as(run.all()).isZero();
  }

  @Test
  void aDefinitionIsComparedWithWhatIsLive() throws IOException {
    Path accounts = folder.resolve("accounts.yaml");
    Files.writeString(accounts, "accounts:\n  - user: lead_loader\n    user_level: 9\n");
    Cli diff = run("diff", accounts.toString());
    assertThat(diff.status()).as(diff.all()).isZero();
    assertThat(diff.out()).contains("lead_loader", "crm_api");
    assertThat(run("diff").status()).isEqualTo(2);
    assertThat(run("diff", "--git", "A..B").status()).isEqualTo(2);
  }

  @Test
  void pathsAreReadBesideIt() {
    JsonNode same = json(run("lint", Dialer.USERS, "--format", "json"));
    assertThat(same.get("problems")).isEmpty();
    assertThat(same.get("notes").toString())
        .contains(
            "vicidial_users.tsv: 64 accounts here stand in database "
                + address
                + " vicidial_users too");
    server.run("asterisk", "UPDATE vicidial_users SET failed_login_count = 3");
    Cli run = run("lint", Dialer.USERS, "--format", "json");
    assertThat(json(run).get("findings").findValuesAsText("rule")).contains("duplicate-account");
    // One problem tells of all 64 accounts.
    assertThat(json(run).get("problems").findValuesAsText("reason"))
        .singleElement()
        .asString()
        .startsWith("64 accounts here are already in database " + address)
        .endsWith(" and 61 more");
  }

  @Test
  void usageIsToldFromTheLogOfTheDatabase() {
    server.run(
        "asterisk",
        "GRANT SELECT ON asterisk.vicidial_api_log TO " + USER,
        row(1, "lead_loader", "2025-06-01 10:00:00", "add_lead", "SUCCESS", "loader"),
        row(2, "lead_loader", "2025-06-02 10:00:00", "add_lead", "SUCCESS", "loader"),
        row(3, "mgr1", "2025-06-03 10:00:00", "update_cid_group_ent", "ERROR", "crm"));
    JsonNode usage = json(run("usage", "--database-log", "--format", "json"));
    assertThat(usage.at("/complete").asBoolean()).isTrue();
    assertThat(usage.at("/log/calls").asInt()).isEqualTo(3);
    assertThat(usage.at("/log/first").asText()).isEqualTo("2025-06-01 10:00:00");
    JsonNode loader = account(usage, "lead_loader");
    assertThat(loader.at("/calls").asInt()).isEqualTo(2);
    assertThat(loader.at("/sources/0").asText()).isEqualTo("loader");
    assertThat(account(usage, "mgr1").at("/functions").findValuesAsText("function"))
        .contains("update_cid_group_entry");
    assertThat(account(usage, "crm_api").at("/status").asText()).isEqualTo("not_in_log");
    JsonNode later = json(run("usage", "--since", "2025-06-02", "--format", "json"));
    assertThat(later.at("/log/calls").asInt()).isEqualTo(2);
    Cli without = run("usage");
    assertThat(without.status()).isEqualTo(3);
    assertThat(without.err()).contains("no log of the API", "--database-log");
  }

  private static String row(
      int id, String user, String date, String function, String result, String source) {
    return "INSERT INTO vicidial_api_log (api_id, user, api_date, api_script, `function`, result,"
        + " result_reason, source, data) VALUES (%d, '%s', '%s', 'non-agent', '%s', '%s', '', '%s', '')"
            .formatted(id, user, date, function, result, source);
  }

  private static JsonNode account(JsonNode usage, String user) {
    for (JsonNode each : usage.get("accounts")) {
      if (each.get("user").asText().equals(user)) {
        return each;
      }
    }
    throw new AssertionError("no account " + user);
  }

  @Test
  void thePasswordMayComeFromTheEnvironment() throws IOException, InterruptedException {
    ProcessBuilder lint =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.vicilint.cli.Main",
            "can",
            "lead_loader",
            "add_lead",
            "--database",
            address);
    lint.environment().put("VICILINT_DATABASE_PASSWORD", PASSWORD);
    lint.redirectErrorStream(true);
    Process process = lint.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    assertThat(out).contains("add_lead").doesNotContain(PASSWORD);
  }

  @Test
  void theDocumentedGrantsAreWhatIsAskedFor() {
    String queries = Cli.run("lint", "--show-queries").out();
    Set<String> asked = new TreeSet<>();
    Matcher select = Pattern.compile("SQL_BUFFER_RESULT (.*) FROM (\\w+);").matcher(queries);
    while (select.find()) {
      asked.add(select.group(2) + " " + select.group(1));
    }
    Set<String> granted = new TreeSet<>();
    for (String statement : documented()) {
      Matcher grant =
          Pattern.compile("(?s)GRANT SELECT \\((.*)\\) ON asterisk\\.(\\w+)").matcher(statement);
      if (grant.find()) {
        granted.add(grant.group(2) + " " + grant.group(1).replaceAll("\\s+", " "));
      }
    }
    assertThat(granted).hasSize(6).isEqualTo(asked);
  }

  @Test
  void withoutTheGrantOnPasswordsTheRestIsJudged() {
    server.run("asterisk", "REVOKE SELECT (pass, pass_hash) ON vicidial_users FROM " + USER);
    Cli lint = run("lint");
    assertThat(lint.status()).as(lint.all()).isEqualTo(1);
    assertThat(lint.out())
        .contains("note: no passwords were read", "all-functions-grant")
        .doesNotContain("shared-password\n");
  }

  @Test
  void withoutAnotherColumnNobodyKnowsWhatAnAccountMayDo() {
    server.run("asterisk", "REVOKE SELECT (user_level) ON vicidial_users FROM " + USER);
    Cli lint = run("lint");
    assertThat(lint.status()).isEqualTo(3);
    assertThat(lint.err())
        .contains(address + " vicidial_users", "may not read the column user_level");
  }

  @Test
  void aColumnThatTheBuildNeedsIsMissed() {
    server.run(
        "asterisk",
        "REVOKE SELECT (user_level) ON vicidial_users FROM " + USER,
        "ALTER TABLE vicidial_users DROP api_allowed_functions, DROP modify_users");
    String lacks =
        address + " vicidial_users: problem: this table lacks api_allowed_functions, modify_users,";
    Cli lint = run("lint");
    assertThat(lint.status()).isEqualTo(3);
    assertThat(lint.err())
        .contains(lacks, "give its --build", "may not read the column user_level")
        .doesNotContain("lacks user_level");
    assertThat(run("can", "lead_loader", "add_user").status()).isEqualTo(3);
  }

  @Test
  void withoutAnotherTableLessIsKnown() {
    server.run("asterisk", "REVOKE ALL, GRANT OPTION FROM " + USER);
    server.run("asterisk", documented()[1]);
    Cli lint = run("lint");
    assertThat(lint.status()).as(lint.all()).isEqualTo(1);
    assertThat(lint.out())
        .contains(
            "note: no user groups were given",
            "vicilint may not read vicidial_user_groups",
            "vicilint may not read system_settings");
  }

  @Test
  void anOlderGrantIsTold() {
    server.run(
        "asterisk",
        "REVOKE SELECT (pass_hash_enabled) ON system_settings FROM " + USER,
        "REVOKE SELECT (modify_users, ignore_ip_list) ON vicidial_users FROM " + USER);
    Cli lint = run("lint", "--format", "json");
    assertThat(lint.status()).as(lint.all()).isEqualTo(3);
    assertThat(lint.err())
        .contains(
            address + " vicidial_users: problem:",
            "may not read the columns ignore_ip_list, modify_users",
            "GRANT SELECT (ignore_ip_list, modify_users) ON vicidial_users")
        .doesNotContain("pass_hash_enabled");
    String note =
        "system_settings: the account may not read the column pass_hash_enabled: a hash is taken to"
            + " count where an account has no other password; GRANT SELECT (pass_hash_enabled) ON"
            + " system_settings, see docs/guide/database.md";
    assertThat(json(lint).get("notes").toString()).contains(note);
    assertThat(run("can", "lead_loader", "add_lead").err()).contains(note);
  }

  @Test
  void anOlderVicidialHasFewerColumnsAndTables() {
    server.run(
        "asterisk",
        "ALTER TABLE vicidial_users DROP download_invalid_files, DROP access_recordings",
        "DROP TABLE vicidial_ip_list_entries",
        "ALTER TABLE system_settings DROP allow_ip_lists");
    Cli lint = run("lint", "--build", "180331-1716");
    assertThat(lint.status()).as(lint.all()).isEqualTo(1);
    assertThat(lint.err()).isEmpty();
  }

  @Test
  void whatIsShownIsWhatIsSent() {
    server.run("mysql", "SET GLOBAL general_log = 1");
    assertThat(run("lint", "--since", "2025-01-01").status()).isIn(1, 3);
    List<String> shown =
        Cli.run("lint", "--since", "2025-01-01", "--show-queries").out().lines().toList();
    List<String> sent = sent();
    List<String> ours =
        sent.stream().filter(s -> shown.contains(s + ";")).map(s -> s + ";").toList();
    // The log is not granted: of its columns the refusals are asked for instead of its rows.
    assertThat(ours).containsExactlyElementsOf(without(shown, "api_date >= '2025-01-01 00:00:00'"));
    assertThat(sent)
        .filteredOn(s -> !shown.contains(s + ";"))
        .allMatch(
            s ->
                s.toLowerCase(Locale.ROOT).startsWith("set ")
                    || s.startsWith("SELECT @@")
                    || s.endsWith(" FROM vicidial_api_log LIMIT 0"));
  }

  @Test
  void theLogIsReadWhenAskedFor() {
    server.run(
        "asterisk",
        "GRANT SELECT ON asterisk.vicidial_api_log TO " + USER,
        "INSERT INTO vicidial_api_log (api_id, user, api_date, api_script, `function`, result,"
            + " result_reason, source, data) VALUES (1, 'lead_loader', '2025-06-01 10:00:00',"
            + " 'non-agent', 'add_lead', 'SUCCESS', '', 'x', '')");
    assertThat(run("lint", "--database-log").err()).isEmpty();
    assertThat(run("lint", "--since", "2025-01-01", "--until", "2025-12-31").err()).isEmpty();
  }

  @Test
  void aPasswordInTheUrlIsUsedAndWarnedOf() {
    Path page = folder.resolve("review.html");
    Cli run =
        Cli.run(
            "report",
            "--database",
            "jdbc:mariadb://%s?user=vicilint&password=%s".formatted(address, PASSWORD),
            "--output",
            page.toString());
    assertThat(run.status()).as(run.all()).isEqualTo(1);
    assertThat(run.err()).contains("warning: a password in --database can be seen");
    assertThat(run.all()).doesNotContain(PASSWORD);
    assertThat(page).content().contains(address).doesNotContain(PASSWORD);
  }

  @Test
  void othersMustNotReadTheFileWithThePassword() throws IOException {
    Files.setPosixFilePermissions(
        folder.resolve("pw"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(run("lint").err()).contains("warning: others can read", "chmod 600");
  }

  @Test
  void noPasswordIsInAnyOutput() throws IOException {
    List<String> outputs = new ArrayList<>();
    for (String format : List.of("text", "json", "sarif", "html", "csv")) {
      outputs.add(run("lint", "--format", format).all());
    }
    for (JsonNode account :
        new ObjectMapper().readTree(Path.of(Dialer.EXPORTS, "vicidial_users.json").toFile())) {
      String pass = account.get("pass").asText();
      if (pass.length() > 6 && !pass.equals("donotedit")) { // VICIdial's own, on a rule page
        assertThat(outputs.stream().filter(output -> output.contains(pass)).count())
            .as(pass)
            .isZero();
      }
    }
  }

  /** The statements that docs/guide/database.md gives, for the tests' password. */
  private static String[] documented() {
    try {
      Matcher block =
          Pattern.compile("```sql\\n((?s).*?)```")
              .matcher(Files.readString(Path.of("docs/guide/database.md")));
      assertThat(block.find()).isTrue();
      return Arrays.stream(block.group(1).replace("a long password", PASSWORD).split(";\\s*"))
          .filter(statement -> !statement.isBlank())
          .toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the last session of vicilint's user has sent. */
  private List<String> sent() {
    String log = server.generalLog();
    Matcher connect = Pattern.compile("\\t *(\\d+) Connect\\tvicilint@").matcher(log);
    String session = null;
    while (connect.find()) {
      session = connect.group(1);
    }
    return Pattern.compile("(?m)^[ \\d:]*\\t[\\t ]*" + session + " Query\\t(.*)$")
        .matcher(log)
        .results()
        .map(m -> m.group(1))
        .toList();
  }

  private static List<String> without(List<String> lines, String part) {
    return lines.stream().filter(line -> !line.contains(part)).toList();
  }

  private Cli run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--database", address, "--database-password-file", folder.resolve("pw").toString()));
    return Cli.run(all.toArray(String[]::new));
  }

  private static JsonNode json(Cli run) {
    return Vectors.parse(run.out());
  }

  private static Set<String> fingerprints(JsonNode lint) {
    Set<String> all = new TreeSet<>();
    for (JsonNode finding : lint.get("findings")) {
      all.add(finding.get("user").asText() + " " + finding.get("fingerprint").asText());
    }
    assertThat(all).isNotEmpty().hasSize(lint.get("findings").size());
    return all;
  }
}
