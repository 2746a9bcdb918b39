package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.testkit.Cli;

/** {@code vicilint init}: what it writes is a good start. */
class InitTest {
  private static final Path REPOSITORY = Path.of("src/test/resources/repository");

  @TempDir private Path folder;

  @Test
  void whatItWritesIsCleanAndReady() throws IOException {
    Path repository = folder.resolve("accounts of ours");
    Cli run = Cli.run("init", repository.toString());
    assertThat(run.status()).as(run.all()).isZero();
    Cli lint = Cli.run("lint", repository.toString(), "--fail-on", "info");
    assertThat(lint.status()).as(lint.all()).isZero();
    assertThat(lint.out()).contains("profile ours: no findings");
    Cli onboard =
        Cli.run("onboard", repository.resolve("integrations/nightly-loader.yaml").toString());
    assertThat(onboard.status()).as(onboard.all()).isZero();
    try (Stream<Path> files = Files.walk(repository)) {
      assertThat(files.filter(Files::isRegularFile).map(Path::toString))
          .containsExactlyInAnyOrderElementsOf(run.out().lines().toList());
    }
  }

  @Test
  void theFileForTheCiLintsManifestsToo() throws IOException {
    for (List<String> ci :
        List.of(
            List.of("github", ".github/workflows/vicilint.yml"),
            List.of("gitlab", ".gitlab-ci.yml"))) {
      Path repository = folder.resolve(ci.get(0));
      assertThat(Cli.run("init", repository.toString(), "--ci", ci.get(0)).status()).isZero();
      assertThat(repository.resolve(ci.get(1)))
          .content()
          .contains("vicilint lint accounts/ integrations/");
    }
    Path none = folder.resolve("none");
    assertThat(Cli.run("init", none.toString(), "--ci", "none").out()).doesNotContain(".git");
  }

  @Test
  void itWritesWhatIsMissingAndOverNothing() throws IOException {
    Files.writeString(folder.resolve("vicilint.yaml"), "name: mine\n");
    Files.writeString(folder.resolve("README.md"), "# Ours\n");
    Cli run = Cli.run("init", folder.toString());
    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.err())
        .contains("left as they are: README.md, vicilint.yaml")
        .contains("next: cd " + folder + " && vicilint lint .");
    assertThat(run.out()).contains("accounts/groups.yaml").doesNotContain("README");
    assertThat(folder.resolve("README.md")).content().isEqualTo("# Ours\n");
    assertThat(folder.resolve("vicilint.yaml")).content().isEqualTo("name: mine\n");
    Cli lint = Cli.run("lint", folder.toString(), "--fail-on", "info");
    assertThat(lint.status()).as(lint.all()).isZero();

    Cli again = Cli.run("init", folder.toString());
    assertThat(again.status()).isZero();
    assertThat(again.out()).isEmpty();
    assertThat(again.err()).contains("nothing was missing");
  }

  @Test
  void besideDefinitionsItWritesNoExample() throws IOException {
    Path accounts = Files.createDirectory(folder.resolve("accounts"));
    Files.writeString(accounts.resolve("ours.yaml"), "accounts:\n  - {user: a, kind: system}\n");
    Cli run = Cli.run("init", folder.toString());
    assertThat(run.out().lines()).hasSize(3);
    assertThat(run.err()).contains("left as it is: accounts/");
    assertThat(folder.resolve("integrations")).doesNotExist();
    assertThat(folder.resolve(".github/workflows/vicilint.yml"))
        .content()
        .contains("vicilint lint accounts/ \\")
        .contains("It lints accounts/ with the profile vicilint.yaml.");
  }

  @Test
  void inARepositoryOfOtherFilesTheStartIsCleanToo() throws IOException {
    try (Stream<Path> files = Files.walk(REPOSITORY)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path inside = REPOSITORY.relativize(file);
        if (!inside.startsWith("accounts")) {
          Path target = folder.resolve(inside.toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
    Cli run = Cli.run("init", folder.toString(), "--ci", "gitlab");
    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.err())
        .contains("left as it is: .gitlab-ci.yml")
        .contains("copy the job of 'vicilint init NEW-FOLDER'");
    Cli lint = Cli.run("lint", folder.toString(), "--fail-on", "info");
    assertThat(lint.status()).as(lint.all()).isZero();
    assertThat(lint.out()).contains("profile ours: no findings").contains("were left out");
  }

  @Test
  void theFileForTheCiSaysNothingOfCopying() throws IOException {
    for (String ci : List.of("github", "gitlab")) {
      Path repository = folder.resolve(ci);
      Cli run = Cli.run("init", repository.toString(), "--ci", ci);
      String file = run.out().lines().filter(line -> line.contains(".git")).findFirst().orElse("");
      assertThat(Path.of(file))
          .content()
          .doesNotContain("Copy this")
          .doesNotContain("if you have one")
          .contains("# Change what stands under")
          .contains("It lints accounts/ and integrations/ with the profile vicilint.yaml.");
    }
  }
}
