package org.vicilint.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository without git. */
class GitRepositoryTest {
  @TempDir private Path folder;

  @Test
  void aMissingGitIsTold() {
    Git missing = new Git("no-such-command-" + folder.getFileName(), folder);
    assertThatExceptionOfType(GitException.class)
        .isThrownBy(() -> GitRepository.of(folder.toString(), missing))
        .withMessageContaining("--git needs the git command")
        .satisfies(e -> assertThat(e.usage()).isFalse());
  }
}
