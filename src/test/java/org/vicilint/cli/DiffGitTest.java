package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;

/** {@code vicilint diff --git}, on repositories made by git itself. */
@Tag("process")
class DiffGitTest {
  private static final String ONE =
      "accounts:\n  - {user: loader, full_name: Loader, user_level: 8, api_allowed_functions: [sounds_list]}\n";
  private static final String TWO = ONE.replace("[sounds_list]", "[sounds_list, moh_list]");

  @TempDir private Path folder;
  private Path repository;

  @BeforeEach
  void twoCommits() throws Exception {
    repository = Files.createDirectory(folder.resolve("repository")).toRealPath();
    git("init", "-q", "-b", "main");
    commit("accounts/a.yaml", ONE);
    git("checkout", "-q", "-b", "change");
    commit("accounts/a.yaml", TWO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"main..change", "main..HEAD", "main..", "main...change", "HEAD~1"})
  void tellsWhatARangeChanges(String range) {
    Cli run = diff(range);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("gains moh_list (read)").contains("1 changed; 1 gain (1 low)");
  }

  @Test
  void threeDotsLeaveOutWhatMainDidMeanwhile() throws Exception {
    git("checkout", "-q", "main");
    commit("accounts/a.yaml", ONE.replace("[sounds_list]", "[vm_list]"));
    assertThat(diff("main..change").out()).contains("gains moh_list, sounds_list");
    assertThat(diff("main...change").out()).contains("gains moh_list (read)");
    assertThat(diff("change...main").out()).contains("gains vm_list").contains("loses sounds_list");
  }

  @Test
  void oneRevisionIsComparedWithTheWorkTree() throws Exception {
    Files.writeString(repository.resolve("accounts/a.yaml"), ONE);
    assertThat(diff("change").out()).contains("loses moh_list");
    assertThat(diff("main").out()).contains("no access differs");
  }

  @Test
  void accountsThatARevisionDoesNotHaveYetAreNew() throws Exception {
    commit("new/b.yaml", "accounts:\n  - {user: other, user_level: 8}\n");
    Cli run = Cli.run("diff", "--git", "main..change", repository.resolve("new").toString());
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("other").contains("0 accounts before, 1 after");
    git("rm", "-q", "-r", "new");
    Cli gone = Cli.run("diff", "--git", "change", repository.resolve("new").toString());
    assertThat(gone.status()).as(gone.err()).isZero();
    assertThat(gone.out()).contains("1 account before, 0 after").contains("1 gone");
  }

  @Test
  void nothingOnEitherSideIsIncomplete() {
    Cli run = Cli.run("diff", "--git", "main..change", repository.resolve("none").toString());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("nothing to check here");
  }

  @Test
  void problemsTellTheRevision() throws Exception {
    commit("accounts/a.yaml", ONE.replace("user_level", "user_levle"));
    Cli run = diff("main..change");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("change:accounts/a.yaml:2:39: problem: ");
  }

  @Test
  void filesAreReadAsTheyWereCommittedAndNothingOfTheRepositoryRuns() throws Exception {
    Path marker = folder.resolve("ran");
    Path script = folder.resolve("script");
    Files.writeString(script, "#!/bin/sh\ntouch " + marker + "\ncat\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    commit(".gitattributes", "*.yaml filter=evil diff=evil ident\n");
    for (String key :
        List.of(
            "filter.evil.smudge",
            "filter.evil.clean",
            "filter.evil.process",
            "diff.evil.textconv",
            "diff.evil.command",
            "core.fsmonitor",
            "core.pager",
            "core.sshCommand",
            "alias.ls-tree")) {
      git("config", key, key.startsWith("alias") ? "!" + script : script.toString());
    }
    git("config", "core.hooksPath", folder.toString());
    assertThat(diff("main..change").out()).contains("gains moh_list (read)");
    assertThat(marker).doesNotExist();
  }

  @Test
  void nothingIsFetchedForAPartialClone() throws Exception {
    git("config", "uploadpack.allowFilter", "true");
    Path source = repository;
    repository = folder.resolve("partial");
    run(
        folder,
        "git",
        "clone",
        "-q",
        "--no-checkout",
        "--filter=blob:none",
        "file://" + source,
        "partial");
    Cli run = diff("HEAD~1..HEAD");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("git cannot read the files of this revision");
    assertThat(run.err()).contains("a partial clone has to fetch them first");
  }

  @Test
  void whatDoesNotHoldAccountsIsLeftOut() throws Exception {
    commit("accounts/notes.txt", "not: [read");
    commit("accounts/.hidden.yaml", "not: [read");
    commit("accounts/.folder/x.yaml", "not: [read");
    commit("vicilint.yaml", "name: mine\nextends: base.yaml\n");
    commit("base.yaml", "name: base\nbuild: 240703-1657\n");
    Cli run = Cli.run("diff", "--git", "main..change", repository.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("gains moh_list").contains("on build 240703-1657");
  }

  @Test
  void linksAndSubmodulesAreNotPassedOverInSilence() throws Exception {
    Files.createSymbolicLink(repository.resolve("accounts/link.yaml"), Path.of("a.yaml"));
    git("add", "-A");
    git(
        "update-index",
        "--add",
        "--cacheinfo",
        "160000,0123456789012345678901234567890123456789,accounts/sub");
    git("commit", "-q", "-m", "link");
    Cli run = diff("main..change");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("change:accounts/link.yaml: problem: this is a link")
        .contains("change:accounts/sub: problem: this is a submodule");
  }

  @Test
  void namesOfFilesMayHoldAnything() throws Exception {
    commit("accounts/\u001b[2J\n\"ä.yaml", "acounts:\n  - user: x\n");
    Cli run = diff("main..change");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("\\u001b[2J\\n").doesNotContain("\u001b");
  }

  @Test
  void anUnknownRevisionIsTold() {
    for (String range :
        List.of("nope..change", "main...nope", "--all..change", "main..main:accounts")) {
      Cli run = diff(range);
      assertThat(run.status()).as(range).isEqualTo(2);
      assertThat(run.err()).contains("git knows no revision").contains("shallow");
    }
  }

  @Test
  void revisionsWithoutACommonCommitAreTold() throws Exception {
    git("checkout", "-q", "--orphan", "island");
    git("commit", "-q", "-m", "island");
    assertThat(diff("main...island").err()).contains("main and island have no commit in common");
    assertThat(diff("main..island").status()).isZero();
  }

  @Test
  void aPathThatIsInNoRepositoryIsTold() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Cli run = Cli.run("diff", "--git", "main..HEAD", outside.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("is not in the work tree of a git repository");
    Cli two = Cli.run("diff", "--git", "main..change", repository.toString(), outside.toString());
    assertThat(two.status()).isEqualTo(2);
    assertThat(two.err()).contains("is not in the repository");
  }

  private Cli diff(String range) {
    return Cli.run("diff", "--git", range, repository.resolve("accounts").toString());
  }

  private void commit(String name, String text) throws Exception {
    Path file = repository.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    git("add", "-A");
    git("commit", "-q", "-m", name);
  }

  private void git(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=test", "-c", "user.email=test@example.com"));
    command.addAll(List.of(arguments));
    run(repository, command.toArray(String[]::new));
  }

  private static void run(Path folder, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", List.of(command), said).isZero();
  }
}
