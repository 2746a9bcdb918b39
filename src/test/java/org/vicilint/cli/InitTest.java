package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vicilint init}: what it writes is a good start. */
class InitTest {
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
  void itWritesOverNothing() throws IOException {
    Files.writeString(folder.resolve("vicilint.yaml"), "name: mine\n");
    Cli run = Cli.run("init", folder.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("vicilint.yaml is there already, and nothing was written");
    assertThat(folder.resolve("README.md")).doesNotExist();
    assertThat(folder.resolve("vicilint.yaml")).content().isEqualTo("name: mine\n");
  }
}
