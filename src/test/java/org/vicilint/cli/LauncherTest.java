package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./vicilint} as a process: it builds what is missing, and prints what Main prints. */
class LauncherTest {
  private static final long SECONDS = 300;

  @TempDir private Path folder;

  @Test
  void theFirstCommandOfTheReadmeBuildsAndLints() throws Exception {
    Path out = folder.resolve("out");
    int status = run(out, "lint", "examples/callcenter");
    assertThat(status).isEqualTo(1);
    assertThat(out)
        .content(StandardCharsets.UTF_8)
        .isEqualTo(Cli.run("lint", "examples/callcenter").out());
  }

  @Test
  void standardOutputHoldsNothingButTheResult() throws Exception {
    Path out = folder.resolve("out");
    assertThat(run(out, "--version")).isZero();
    assertThat(out).content().matches("vicilint \\d+\\.\\d+\\.\\d+\\n");
  }

  private int run(Path out, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./vicilint"));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    process.getOutputStream().close();
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
