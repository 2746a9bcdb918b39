package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** What is set for a whole server decides for its accounts; what is not known changes nothing. */
class ServerSettingsTest {
  private static final String ACCOUNTS =
      """
      accounts:
        - user: dialler
          pass: made.up!here
          kind: service
          user_level: 7
          user_group: PROGRAMS
          api_only_user: 1
          vdc_agent_api_access: 1
          api_allowed_functions: [external_dial, logged_in_agents]
          view_reports: 1
      groups:
        - user_group: PROGRAMS
          api_ip_list: OFFICE
      """;

  @TempDir private Path folder;
  private final List<String> files = new ArrayList<>();

  @BeforeEach
  void accounts() throws IOException {
    write("accounts.yaml", ACCOUNTS.replace("made.up!here", "made-up"));
  }

  @Test
  void theAgentApiCanBeSwitchedOffForAll() throws IOException {
    assertThat(can("external_dial").status()).isZero();
    settings("vdc_agent_api_active", "0");
    Cli off = can("external_dial");
    assertThat(off.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(off.out())
        .contains("NO  vdc_agent_api_active is 0; needed: 1 in the system settings\n")
        .contains("ERROR: System API NOT ACTIVE");
    assertThat(off.err()).contains("the Agent API is switched off for all accounts");
    assertThat(can("logged_in_agents").status()).isZero();
    settings("vdc_agent_api_active", "1");
    assertThat(can("external_dial").out()).contains("ok  vdc_agent_api_active is 1");
  }

  @Test
  void aSwitchOfTheServerIsNoReasonToTakeAGrantAway() throws IOException {
    Cli before = run("recommend", "dialler");
    settings("vdc_agent_api_active", "0");
    Cli after = run("recommend", "dialler");
    assertThat(after.out()).contains("external_dial").startsWith(before.out().substring(0, 40));
    Cli lint = run("lint", "--only", "broken-grant,unneeded-function");
    assertThat(lint.out()).doesNotContain("external_dial");
  }

  @Test
  void anIpListWithoutAddressesLetsNobodyIn() throws IOException {
    settings("allow_ip_lists", "1");
    assertThat(can("logged_in_agents").status()).isZero(); // what stands in the list is not known
    entries("OTHER\t192.0.2.1");
    Cli out = can("logged_in_agents");
    assertThat(out.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(out.out())
        .contains("NO  api_ip_list is OFFICE, which holds no address")
        .contains("ERROR: Your IP Address is not allowed");
    assertThat(out.err()).contains("the IP list OFFICE of the group PROGRAMS holds no address");
    assertThat(can("external_dial").out())
        .contains("ERROR: Invalid Username/Password: |dialler|****|0|1|IPBLOCK|");
    assertThat(can("logged_in_agents", "--build", "170301-1649").status())
        .as("older than the lists")
        .isZero();
    entries("office\t192.0.2.1"); // the server compares without case
    assertThat(can("logged_in_agents").out()).contains("ok  api_ip_list is OFFICE");
  }

  @Test
  void whoIgnoresTheListIsNotKeptOut() throws IOException {
    settings("allow_ip_lists", "1");
    entries("OTHER\t192.0.2.1");
    write(
        "accounts.yaml",
        ACCOUNTS.replace("made.up!", "").replace("    view", "    ignore_ip_list: 1\n    view"));
    assertThat(can("logged_in_agents").status()).isZero();
  }

  @Test
  void aServerThatLooksAtNoListLeavesEveryGroupOpen() throws IOException {
    assertThat(ipFindings()).doesNotContain("ip-unrestricted\n");
    settings("allow_ip_lists", "0");
    assertThat(ipFindings())
        .contains("may be used from any address: the server looks at no IP list")
        .contains("fix  allow_ip_lists: 0 → (1 in the system settings");
    settings("allow_ip_lists", "1");
    assertThat(ipFindings()).doesNotContain("ip-unrestricted\n");
  }

  @Test
  void otherAlphabetsKeepOtherCharacters() throws IOException {
    write("accounts.yaml", ACCOUNTS);
    assertThat(run("lint", "--only", "unusable-password").out()).contains("can never log in");
    assertThat(can("logged_in_agents").status()).isEqualTo(ExitStatus.FINDINGS);
    settings("use_non_latin", "1");
    Cli lint = run("lint", "--only", "unusable-password");
    assertThat(lint.out()).doesNotContain("can never log in").contains("use_non_latin");
    assertThat(can("logged_in_agents").status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lint", "matrix --operations", "recommend dialler", "upgrade --from 150808-1438"})
  void everyCommandTakesTheSettings(String command) throws IOException {
    write("entries.tsv", "ip_list_id\tip_address\nOTHER\t192.0.2.1\n");
    write("settings.tsv", "vdc_agent_api_active\tallow_ip_lists\n0\t1\n");
    Cli run = run(command.split(" "));
    assertThat(run.status()).as(run.all()).isIn(0, 1);
    assertThat(run.all()).contains("switched off", "holds no address");
  }

  @Test
  void aDiffTellsWhatASettingOpens() throws IOException {
    Path other = Files.createDirectory(folder.resolve("after"));
    Files.copy(folder.resolve("accounts.yaml"), other.resolve("accounts.yaml"));
    Path before = Files.createDirectory(folder.resolve("before"));
    Files.copy(folder.resolve("accounts.yaml"), before.resolve("accounts.yaml"));
    Files.writeString(
        before.resolve("settings.tsv"), "vdc_agent_api_active\tuse_non_latin\n0\t0\n");
    Cli diff = Cli.run("diff", before.toString(), other.toString());
    assertThat(diff.status()).as(diff.all()).isZero();
    assertThat(diff.out()).contains("external_dial");
  }

  @Test
  void aValueThatCannotBeIsAProblem() throws IOException {
    settings("allow_ip_lists", "maybe");
    Cli run = run("lint");
    assertThat(run.status()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(run.err()).contains("allow_ip_lists has a value that the column cannot hold");
  }

  private String ipFindings() {
    return run("lint", "--only", "ip-unrestricted").out();
  }

  private Cli can(String function, String... more) {
    List<String> arguments = new ArrayList<>(List.of("can", "dialler", function));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private Cli run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(files);
    return Cli.run(all.toArray(String[]::new));
  }

  private void settings(String column, String value) throws IOException {
    write("settings.tsv", column + "\tvicidial_agent_disable\n" + value + "\tALL\n");
  }

  private void entries(String row) throws IOException {
    write("entries.tsv", "ip_list_id\tip_address\n" + row + "\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    if (!files.contains(file.toString())) {
      files.add(file.toString());
    }
  }

  /** a and b have one password, b has got its hash since; c has another, but for case a's. */
  private static final String PASSWORDS =
      """
      user\tpass\tpass_hash\tuser_level
      a\tOnepass1\tAAAA\t9
      b\t\tAAAA\t9
      c\tonepass1\tCCCC\t9
      d\tonepass1\t\t9
      """;

  @ParameterizedTest
  @CsvSource({
    // What is compared decides who shares; without the setting, b shows that hashes are in use.
    "1, a b",
    "0, a c d",
    "'', a b",
  })
  void whoSharesAPasswordIsDecidedByWhatTheServerCompares(String enabled, String sharing)
      throws IOException {
    files.clear();
    write("users.tsv", PASSWORDS);
    if (!enabled.isEmpty()) {
      settings("pass_hash_enabled", enabled);
    }
    JsonNode found =
        Vectors.parse(run("lint", "--only", "shared-password", "--format", "json").out());
    assertThat(found.get("findings").findValuesAsText("user")).containsExactly(sharing.split(" "));
    String note = "the active account d has no pass_hash; give a new password";
    assertThat(found.get("notes").toString().contains(note)).isEqualTo(enabled.equals("1"));
  }

  @Test
  void aDefaultPasswordThatTheConversionLeftIsLikelyStillTheOne() throws IOException {
    files.clear();
    write("users.tsv", "user\tpass\tpass_hash\tuser_level\n6666\t1234\tAAAA\t9\n7777\t1234\t\t9\n");
    Cli unknown = run("lint", "--only", "default-password");
    assertThat(unknown.out()).doesNotContain("default-password  likely").contains("6666", "7777");
    settings("pass_hash_enabled", "1");
    Cli hashed = run("lint", "--only", "default-password");
    assertThat(hashed.out().replaceAll("\\s+", " "))
        .contains("default-password likely", "stands in pass, and the server compares pass_hash")
        .doesNotContain("7777 level");
    assertThat(hashed.status()).as(hashed.all()).isEqualTo(1);
  }
}
