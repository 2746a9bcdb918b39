package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** An estate of 64 accounts with planted faults, as real clients exported it. */
class SharedEstateTest {
  private static final String PAGES = "api-only-still-opens-pages";
  private static final String FOLDER = "src/test/resources/exports/";
  private static final String USERS = FOLDER + "vicidial_users.tsv";
  private static final String GROUPS = FOLDER + "vicidial_user_groups.tsv";

  @ParameterizedTest
  @ValueSource(strings = {"vicidial_users.csv", "vicidial_users.json"})
  void everyFormatGivesTheSameFindings(String file) {
    assertThat(fingerprints(lint(FOLDER + file))).isEqualTo(fingerprints(lint(USERS)));
    assertThat(fingerprints(lint(FOLDER + file, GROUPS)))
        .isEqualTo(fingerprints(lint(USERS, GROUPS)));
  }

  @Test
  void thePlantedFaultsAreFound() {
    assertThat(rulesOf("crm_api", USERS))
        .contains("all-functions-grant", "not-api-only", "shared-password");
    assertThat(rulesOf("bi_export", USERS))
        .contains("broken-grant", "not-api-only", "shared-password");
    assertThat(rulesOf("dnc_sync", USERS)).contains("malformed-function-list");
    assertThat(rulesOf("audio_bot", USERS)).contains("malformed-function-list");
    assertThat(rulesOf("dial_bot", USERS)).contains("broken-grant");
    assertThat(rulesOf("old_vendor", USERS)).contains("all-functions-grant", "not-api-only");
    assertThat(rulesOf("screenpop", USERS)).contains("all-functions-grant", "not-api-only");
    assertThat(rulesOf("6666", USERS)).contains("all-functions-grant", "default-password");
  }

  @Test
  void aMissingGroupIsFoundOnceTheGroupsAreKnown() {
    assertThat(rulesOf("ivr_hook", USERS)).containsExactly(PAGES);
    assertThat(rulesOf("ivr_hook", USERS, GROUPS)).containsExactly(PAGES, "missing-group");
  }

  @Test
  void accountsThatAreAsTheyShouldBeGetNoFinding() {
    for (String user : List.of("1002", "tl1", "VDAD")) {
      assertThat(rulesOf(user, USERS, GROUPS)).as(user).isEmpty();
    }
  }

  @Test
  void ofProgramsThatAreAsTheyShouldBeOnlyThePagesAreToldThatTheirCallsHoldOpen() {
    for (String user : List.of("lead_loader", "wallboard")) {
      assertThat(rulesOf(user, USERS, GROUPS)).as(user).containsExactly(PAGES);
    }
    assertThat(rulesOf("audio_bot", USERS, GROUPS))
        .as("opens one page that reads")
        .doesNotContain(PAGES);
  }

  @Test
  void noPasswordIsInAnyOutput(@TempDir Path folder) throws IOException {
    Set<String> secrets = secrets();
    List<String> outputs = new ArrayList<>();
    for (String file : List.of("vicidial_users.tsv", "vicidial_users.csv", "vicidial_users.json")) {
      String path = FOLDER + file;
      for (String format : List.of("text", "json", "html")) {
        outputs.add(Cli.run("lint", path, GROUPS, "--format", format).all());
      }
      for (String format : List.of("table", "csv", "jsonl")) {
        outputs.add(Cli.run("matrix", path, "--operations", "--format", format).all());
      }
      for (String format : List.of("text", "json")) {
        outputs.add(Cli.run("can", "hr_sync", "add_user", path, "--format", format).all());
        outputs.add(Cli.run("can", "crm_api", "sounds_list", path, "--format", format).all());
      }
      outputs.add(Cli.run("lint", broken(folder, Path.of(path)).toString()).all());
    }
    for (String output : outputs) {
      assertThat(output).isNotEmpty();
      for (String secret : secrets) {
        assertThat(output).doesNotContain(secret);
      }
    }
  }

  @Test
  void aPasswordThatTheApiManglesClosesIt() {
    Cli can = Cli.run("can", "hr_sync", "add_user", USERS);
    assertThat(can.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(can.out())
        .startsWith("No: hr_sync may not call add_user")
        .contains("pass is (not shown); needed: only -_0-9A-Za-z")
        .contains("ERROR: Login incorrect, please try again: |hr_sync|****|BAD|");
  }

  /** The file with its last row cut in the middle, so that there is something to complain of. */
  private static Path broken(Path folder, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Path cut = folder.resolve(file.getFileName());
    return Files.write(cut, Arrays.copyOf(bytes, bytes.length - 700));
  }

  /** Every password that could be told from other text: not those that are also names. */
  private static Set<String> secrets() throws IOException {
    Set<String> secrets = new TreeSet<>();
    for (JsonNode account :
        new ObjectMapper().readTree(Path.of(FOLDER, "vicidial_users.json").toFile())) {
      String pass = account.get("pass").asText();
      if (pass.length() > 4 && !pass.equals("vendor") && !pass.equals("agent")) {
        secrets.add(pass);
      }
    }
    assertThat(secrets).hasSizeGreaterThan(40).contains("Crm2024prod", "donotedit");
    return secrets;
  }

  private static JsonNode lint(String... paths) {
    List<String> args = new ArrayList<>(List.of("lint"));
    args.addAll(List.of(paths));
    args.addAll(List.of("--format", "json"));
    Cli run = Cli.run(args.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.FINDINGS);
    return Vectors.parse(run.out());
  }

  private static Set<String> rulesOf(String user, String... paths) {
    Set<String> rules = new TreeSet<>();
    for (JsonNode finding : lint(paths).get("findings")) {
      if (finding.get("user").asText().equals(user)) {
        rules.add(finding.get("rule").asText());
      }
    }
    return rules;
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
