package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;

/** A repository that holds definitions among the files of other programs. */
@Tag("slow")
class RepositoryTest {
  private static final Path FIXTURE = Path.of("src/test/resources/repository");
  private static final int LEAST_OTHERS = 30;
  private static final String NOTE = "nothing of vicilint's and were left out";
  private static final String WORSE =
      "accounts:\n  - {user: crm, kind: service, vdc_agent_api_access: 1, user_level: 9}\n";

  @TempDir private Path folder;
  private Path repository;
  private Path accounts;

  @BeforeEach
  void copy() throws IOException {
    repository = folder.toRealPath().resolve("repository");
    try (Stream<Path> files = Files.walk(FIXTURE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = repository.resolve(FIXTURE.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    accounts = repository.resolve("accounts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lint DIR",
        "lint DIR --format json",
        "report DIR --output OUT.html",
        "matrix DIR",
        "matrix DIR --pages",
        "usage DIR",
        "diff DIR DIR",
        "diff DIR DIR --format json",
        "upgrade --from 200101-0000 DIR",
        "can lead_loader add_lead DIR",
        "paths DIR",
        "cut DIR",
        "reach lead_loader DIR",
        "reach --all DIR",
        "recommend lead_loader DIR",
        "recommend --all DIR --output OUT",
        "fix DIR --dry-run",
        "baseline DIR",
        "onboard MANIFEST DIR",
        "request REQUESTS DIR",
        "diagnose ANSWERS --accounts DIR"
      })
  void everyCommandSeesTheDefinitionsAlone(String command) throws IOException {
    Path manifest =
        Files.writeString(
            folder.resolve("manifest.yaml"),
            "name: nightly\naccount: lead_loader\nfunctions: [add_lead]\n");
    Path requests =
        Files.writeString(
            folder.resolve("requests.csv"),
            "caller,function,agent_user,active\nlead_loader,update_user,lead_loader,N\n");
    Path answers = Files.writeString(folder.resolve("answers.txt"), "ERROR: Login incorrect\n");
    Cli expected = run(command, accounts, manifest, requests, answers);
    Cli run = run(command, repository, manifest, requests, answers);
    assertThat(run.status()).as(run.all()).isEqualTo(expected.status());
    assertThat(run.all()).doesNotContain("docker-compose");
    assertThat(plain(run.out(), repository)).isEqualTo(plain(expected.out(), accounts));
  }

  private Cli run(String command, Path dir, Path manifest, Path requests, Path answers) {
    String[] words = command.split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] =
          switch (words[i]) {
            case "DIR" -> dir.toString();
            case "OUT.html" -> folder.resolve("out.html").toString();
            case "OUT" -> folder.resolve("out").toString();
            case "MANIFEST" -> manifest.toString();
            case "REQUESTS" -> requests.toString();
            case "ANSWERS" -> answers.toString();
            default -> words[i];
          };
    }
    return Cli.run(words);
  }

  /** Without the note, and with one name for the folder. */
  private static String plain(String out, Path dir) {
    return out.lines()
        .filter(line -> !line.startsWith("note: ") || !line.contains(NOTE))
        .map(line -> line.replaceAll("(, )?\"\\d+ files hold " + NOTE + "[^\"]*\"(, )?", ""))
        .map(line -> line.replace("[  ]", "[ ]"))
        .map(line -> line.replace(accountsOf(dir), "DIR").replace(dir.toString(), "DIR"))
        .reduce("", (one, other) -> one + other + "\n");
  }

  private static String accountsOf(Path dir) {
    return dir.endsWith("accounts") ? dir.toString() : dir.resolve("accounts").toString();
  }

  @Test
  void oneLineCountsWhatWasLeftOutAndVerboseNamesIt() throws IOException {
    Cli run = Cli.run("lint", repository.toString());
    assertThat(run.status()).as(run.all()).isZero();
    String note = run.out().lines().filter(line -> line.contains(NOTE)).findFirst().orElse("");
    assertThat(Integer.parseInt(note.replaceAll("\\D+", ""))).isGreaterThanOrEqualTo(LEAST_OTHERS);
    Cli verbose = Cli.run("lint", repository.toString(), "--verbose");
    assertThat(verbose.out())
        .contains("left out: " + repository + "/docker-compose.yml")
        .doesNotContain("--verbose lists them");
    assertThat(verbose.out().lines().filter(line -> line.contains("left out: ")))
        .hasSizeGreaterThanOrEqualTo(LEAST_OTHERS);
  }

  @Test
  void findingsAndProblemsOfTheDefinitionsDecideTheStatus() throws IOException {
    Files.writeString(accounts.resolve("crm.yaml"), WORSE);
    assertThat(Cli.run("lint", repository.toString()).status()).isEqualTo(1);
    Files.writeString(accounts.resolve("more.yaml"), "acounts:\n  - user: x\n");
    Cli run = Cli.run("lint", repository.toString());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("did you mean accounts?");
  }

  @Test
  void whatVicilintWroteDoesNotStandInItsWay() throws IOException {
    Files.writeString(accounts.resolve("crm.yaml"), WORSE);
    String dir = repository.toString();
    List<List<String>> outputs =
        List.of(
            List.of("lint", dir, "--output", "json:vicilint.json"),
            List.of("lint", dir, "--output", "sarif:findings.json"),
            List.of("lint", dir, "--output", "gitlab:gl-code-quality-report.json"),
            List.of("lint", dir, "--output", "junit:junit.xml"),
            List.of("lint", dir, "--output", "csv:findings.csv"),
            List.of("baseline", dir, "--output", "vicilint-baseline.json"),
            List.of("matrix", dir, "--format", "csv", "--output", "matrix.csv"),
            List.of("matrix", dir, "--format", "jsonl", "--output", "matrix.json"),
            List.of("matrix", dir, "--pages", "--format", "csv", "--output", "pages.csv"),
            List.of("matrix", dir, "--pages", "--format", "jsonl", "--output", "pages.json"),
            List.of("usage", dir, "--format", "csv", "--output", "usage.csv"),
            List.of("usage", dir, "--format", "json", "--output", "usage.json"),
            List.of("paths", dir, "--format", "json", "--output", "paths.json"),
            List.of("cut", dir, "--format", "json", "--output", "cut.json"),
            List.of("reach", "crm", dir, "--format", "json", "--output", "reach.json"),
            List.of("reach", "--all", dir, "--format", "json", "--output", "ranking.json"),
            List.of("reach", "--all", dir, "--format", "csv", "--output", "ranking.csv"),
            List.of("diff", dir, dir, "--format", "json", "--output", "diff.json"),
            List.of(
                "upgrade", "--from", "200101-0000", dir, "--format", "json", "--output", "up.json"),
            List.of("recommend", "crm", dir, "--format", "json", "--output", "least.json"),
            List.of("recommend", "crm", dir, "--format", "json", "--output", "none.json"),
            List.of("recommend", "lead_loader", dir, "--format", "json", "--output", "loader.json"),
            List.of("catalog", "--format", "json", "--output", "catalog.json"),
            List.of("rules", "--format", "json", "--output", "rules.json"),
            List.of("schema", "definitions", "--output", "definitions.schema.json"));
    String before = plain(Cli.run("lint", dir).out(), repository);
    for (List<String> output : outputs) {
      String[] words = output.toArray(String[]::new);
      String last = words[words.length - 1];
      int colon = last.indexOf(':') + 1;
      Path file = repository.resolve("results").resolve(last.substring(colon));
      Files.createDirectories(file.getParent());
      words[words.length - 1] = last.substring(0, colon) + file;
      Cli written = Cli.run(words);
      assertThat(file).as(output + written.all()).isNotEmptyFile();
      Cli run = Cli.run("lint", dir);
      assertThat(run.status()).as(output + "\n" + run.all()).isEqualTo(1);
      assertThat(plain(run.out(), repository)).as(output.toString()).isEqualTo(before);
    }
    // Not even counted.
    assertThat(Cli.run("lint", dir, "--verbose").out())
        .contains("left out: " + repository + "/package.json")
        .doesNotContain("left out: " + repository + "/results");
  }

  @Test
  void aProfileNamesTheBaselineAndWhatIsLeftOut() throws IOException {
    Files.writeString(accounts.resolve("crm.yaml"), WORSE);
    Files.createDirectory(repository.resolve("old"));
    Files.writeString(repository.resolve("old/broken.yaml"), "accounts: [\n");
    Path profile = repository.resolve("vicilint.yaml");
    Files.writeString(profile, "name: ours\nbaseline: known.json\nexclude: [old/]\n");
    String dir = repository.toString();
    Cli first = Cli.run("lint", dir);
    assertThat(first.status()).as("the baseline is not there yet").isEqualTo(3);
    Cli written = Cli.run("baseline", dir, "--output", repository.resolve("known.json").toString());
    assertThat(written.status()).as(written.all()).isZero();
    Cli lint = Cli.run("lint", dir);
    assertThat(lint.status()).as(lint.all()).isZero();
    assertThat(lint.out()).contains("more baselined");
    // A baseline is written of all findings, also of those that are known.
    String known = Files.readString(repository.resolve("known.json"));
    assertThat(Cli.run("baseline", dir).out()).isEqualTo(known);
    for (String command : List.of("matrix", "cut", "fix", "paths")) {
      assertThat(Cli.run(command, dir).status()).as(command).isLessThan(3);
    }
    assertThat(Cli.run("profile", dir).out())
        .containsPattern("baseline +\\S*known.json")
        .containsPattern("exclude +\\[old/]");
    Files.writeString(
        accounts.resolve("vicilint.yaml"),
        "extends: ../vicilint.yaml\nexclude: [integrations.yaml]\n");
    // One that was found reads nothing above its folder; one that is named does.
    Cli found = Cli.run("profile", accounts.toString());
    assertThat(found.status()).isEqualTo(3);
    assertThat(found.err()).contains("name the profile on the command line: --profile FILE");
    String named = accounts.resolve("vicilint.yaml").toString();
    assertThat(Cli.run("profile", "--profile", named).out())
        .containsPattern("exclude +\\[old/, integrations.yaml]");
    assertThat(Cli.run("lint", accounts.toString(), "--profile", named, "--verbose").out())
        .contains("1 account checked");
  }

  @Test
  void archivesAndScriptsAreNotLeftOutInSilence() throws IOException {
    Files.writeString(repository.resolve("data/e.tgz"), "x");
    Files.writeString(
        repository.resolve("setup.sh"), "mysql -e \"UPDATE vicidial_users SET user_level=9\"\n");
    Cli run = Cli.run("lint", repository.toString(), "--verbose");
    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out())
        .contains("left out: " + repository + "/data/e.tgz")
        .contains(
            "note: "
                + repository
                + "/setup.sh holds SQL about accounts and was not read: name it on the command line");
    Files.writeString(repository.resolve("data/vicidial_2026.tar"), "x");
    Cli packed = Cli.run("lint", repository.toString());
    assertThat(packed.status()).isEqualTo(3);
    assertThat(packed.err()).contains("vicidial_2026.tar");
  }

  @Test
  void anExclusionOnTheCommandLineIsForFolders() throws IOException {
    Path broken = Files.writeString(accounts.resolve("broken.yaml"), "accounts: [\n");
    String dir = repository.toString();
    assertThat(Cli.run("lint", dir).status()).isEqualTo(3);
    for (String command : List.of("lint", "matrix", "cut", "paths", "baseline", "fix")) {
      Cli run = Cli.run(command, dir, "--exclude", "broken.yaml", "--exclude", "k8s/");
      assertThat(run.status()).as(command + run.all()).isZero();
    }
    Cli named = Cli.run("lint", broken.toString(), "--exclude", "broken.yaml");
    assertThat(named.status()).isEqualTo(3);
    Cli nothing = Cli.run("lint", dir, "--exclude", "broken.yaml", "--exclude", "nil/");
    assertThat(nothing.out()).contains("note: --exclude nil/ matches nothing in the folders given");
    assertThat(Cli.run("lint", dir, "--exclude", "[a").status()).isEqualTo(2);
    assertThat(Cli.run("lint", dir, "--exclude", "*").status()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"strct, did you mean strict?", "none.yaml, give a file", "accounts, give a"})
  void aProfileThatIsNotThereIsWrongUsageAndNothingRuns(String profile, String hint) {
    for (String command : List.of("lint", "matrix", "fix", "paths", "baseline", "report")) {
      Cli run = Cli.run(command, repository.toString(), "--profile", profile);
      assertThat(run.status()).as(command).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("vicilint: --profile: ").contains(hint);
    }
    // Where no account is read, too.
    for (String command : List.of("rules", "explain no-owner", "upgrade --from 200101-0000")) {
      String[] words = (command + " --profile " + profile).split(" ");
      assertThat(Cli.run(words).status()).as(command).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: ours\nfailon: high\n",
        "name: ours\nrules: {no-such-rule: off}\n",
        "name: ours\nwaivers:\n  - {rule: no-owner, user: x, owner: o, reason: r, expires: soon}\n"
      })
  void aProfileThatIsReadInPartIsSaidInTheSummary(String text) throws IOException {
    Files.writeString(repository.resolve("vicilint.yaml"), text);
    Cli run = Cli.run("lint", repository.toString());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("profile ours, read only in part: ");
    Cli matrix = Cli.run("matrix", repository.toString());
    assertThat(matrix.status()).as(matrix.all()).isEqualTo(text.contains("no-such") ? 0 : 3);
  }
}
