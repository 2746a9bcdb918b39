package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.testkit.Cli;

/** {@code ./vicilint} as a process: it builds what is missing, and prints what Main prints. */
@Tag("process")
class LauncherTest {
  private static final long SECONDS = 300;
  private static final File SCRIPT = new File("/usr/bin/script");

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

  @ParameterizedTest
  @CsvSource({"INT,130", "TERM,143"})
  @EnabledOnOs(OS.LINUX)
  void aSignalEndsTheBuildAsItEndsARun(String signal, int status) throws Exception {
    Path launcher = Files.copy(Path.of("vicilint"), folder.resolve("vicilint"));
    Files.createDirectories(folder.resolve("src/main"));
    Files.createFile(folder.resolve("pom.xml"));
    Path maven = Files.writeString(folder.resolve("mvnw"), "#!/bin/sh\ntouch begun\nsleep 2\n");
    assertThat(maven.toFile().setExecutable(true) && launcher.toFile().setExecutable(true))
        .isTrue();
    Process process = new ProcessBuilder(launcher.toString(), "--help").start();
    for (long i = 0; i < SECONDS * 100 && !Files.exists(folder.resolve("begun")); i++) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(10);
    }
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(status);
    assertThat(folder.resolve("target/vicilint.lock")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "lint,users.tsv,1023,false",
    "lint,users.tsv,1024,true",
    "lint,users.tsv.gz,63,false",
    "lint,users.tsv.gz,64,true",
    "lint --format html,users.tsv,63,false",
    "lint --format html,users.tsv,64,true",
    "report,users.tsv,64,true",
  })
  void theBetterCompilerIsForWhatTakesLong(
      String command, String name, long mebibytes, boolean better) throws Exception {
    Path launcher = Files.copy(Path.of("vicilint"), folder.resolve("vicilint"));
    Files.createFile(Files.createDirectory(folder.resolve("target")).resolve("vicilint.jar"));
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    assertThat(java.toFile().setExecutable(true) && launcher.toFile().setExecutable(true)).isTrue();
    Path table = folder.resolve(name);
    try (RandomAccessFile file = new RandomAccessFile(table.toFile(), "rw")) {
      file.setLength(mebibytes << 20); // takes no room on the disk
    }
    List<String> words = new ArrayList<>(List.of(launcher.toString()));
    words.addAll(List.of(command.split(" ")));
    words.add(table.toString());
    ProcessBuilder process = new ProcessBuilder(words).redirectErrorStream(true);
    process.environment().put("JAVA_HOME", folder.resolve("jdk").toString());

    Process run = process.start();

    String java17 = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(java17).isZero();
    assertThat(java17).contains("-jar").contains(table.toString());
    assertThat(!java17.contains("-XX:TieredStopAtLevel=1")).isEqualTo(better);
  }

  @Test
  void theJarIsBuiltAnewWhenTheSourcesAreOthersWhateverTheirTimes() throws Exception {
    Path launcher = Files.copy(Path.of("vicilint"), folder.resolve("vicilint"));
    Path source = Files.createDirectories(folder.resolve("src/main")).resolve("A.java");
    Files.writeString(source, "1");
    Files.createFile(folder.resolve("pom.xml"));
    Path maven =
        Files.writeString(
            folder.resolve("mvnw"),
            "#!/bin/sh\necho x >>builds\nmkdir -p target/launcher\ncat builds >target/launcher/vicilint.jar\n");
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n");
    Path javac = Files.writeString(folder.resolve("jdk/bin/javac"), "#!/bin/sh\n");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    for (Path program : List.of(launcher, maven, java, javac)) {
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }
    for (int i = 0; i < 3; i++) { // built, found to be right, and remembered as that
      assertThat(builds(launcher)).isEqualTo(1);
    }

    FileTime before = Files.getLastModifiedTime(source);
    Files.writeString(source, "2"); // a checkout that keeps times, or a target copied later
    Files.setLastModifiedTime(source, before);
    assertThat(builds(launcher)).isEqualTo(2);
    assertThat(builds(launcher)).isEqualTo(2);

    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(builds(launcher)).isEqualTo(2); // touched, and the same

    Files.move(source, source.resolveSibling("B.java"));
    assertThat(builds(launcher)).isEqualTo(3);

    // Maven alone has made this jar: all that is known of it is its time.
    Path jar = Files.writeString(folder.resolve("target/vicilint.jar"), "of another build");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(120)));
    assertThat(builds(launcher)).isEqualTo(3);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
    assertThat(builds(launcher)).isEqualTo(4);
  }

  /** How often the fake of Maven was called, after a run. */
  private int builds(Path launcher) throws Exception {
    ProcessBuilder process = new ProcessBuilder(launcher.toString()).redirectErrorStream(true);
    process.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    Process run = process.start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(said).isZero();
    return Files.readAllLines(folder.resolve("builds")).size();
  }

  /** Standard input comes so slowly that the run takes longer than a second. */
  private static final String SLOWLY =
      "(printf 'accounts:\\n- user: a\\n'; sleep 5; printf '  user_level: 1\\n')"
          + " | ./vicilint lint - >'%s'";

  @Test
  void howFarALongRunIsIsShownOnATerminalOnly() throws Exception {
    assumeTrue(SCRIPT.canExecute(), "no terminal can be made: there is no script of util-linux");
    assertThat(run(folder.resolve("built"), "--version")).isZero();
    String command = SLOWLY.formatted(folder.resolve("out"));

    Process terminal = onTerminal(command);
    terminal.getOutputStream().close();
    String shown = new String(terminal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(terminal.waitFor()).as(shown).isZero();
    // The line is there, and in the end it is removed.
    assertThat(shown).contains("reading").contains("MB/s");
    assertThat(shown.substring(shown.lastIndexOf("reading"))).contains("\r\u001b[K");
    assertThat(folder.resolve("out")).content().contains("1 account").doesNotContain("reading");

    Process file =
        plain(new ProcessBuilder("sh", "-c", command))
            .redirectError(folder.resolve("err").toFile())
            .start();
    assertThat(file.waitFor()).isZero();
    assertThat(folder.resolve("err")).content().isEmpty();
  }

  @Test
  void thePasswordOfADatabaseIsAskedForAndNotShown() throws Exception {
    assumeTrue(SCRIPT.canExecute(), "no terminal can be made: there is no script of util-linux");
    assertThat(run(folder.resolve("built"), "--version")).isZero();
    Process terminal = onTerminal("./vicilint lint --database 127.0.0.1:1");
    StringBuilder shown = new StringBuilder();
    while (!shown.toString().endsWith("Password of vicilint on 127.0.0.1:1: ")) {
      int c = terminal.getInputStream().read();
      assertThat(c).as(shown.toString()).isNotNegative();
      shown.append((char) c);
    }
    Thread.sleep(300); // the terminal stops to echo before the question, and typing takes time
    terminal.getOutputStream().write("typed-in-secret\n".getBytes(StandardCharsets.UTF_8));
    terminal.getOutputStream().flush();
    shown.append(new String(terminal.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    assertThat(terminal.waitFor()).as(shown.toString()).isEqualTo(3);
    assertThat(shown.toString())
        .contains("127.0.0.1:1 refused the connection")
        .doesNotContain("typed-in-secret");
  }

  private static Process onTerminal(String command) throws IOException {
    return plain(new ProcessBuilder(SCRIPT.getPath(), "-qec", command, "/dev/null"))
        .redirectErrorStream(true)
        .start();
  }

  /** Nothing in the environment says that nobody looks, or what the password is. */
  private static ProcessBuilder plain(ProcessBuilder process) {
    process.environment().keySet().removeIf(name -> name.startsWith("VICILINT_DATABASE"));
    process.environment().keySet().removeAll(List.of("CI", "NO_COLOR"));
    process.environment().put("TERM", "xterm");
    return process;
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
