package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.model.Flag;

/** A run that cannot come to its end, as a process: signals, a full disk, a reader that leaves. */
@Tag("process")
@EnabledOnOs(OS.LINUX)
class EndedRunTest {
  private static final int FEW = 2_000;
  private static final int MANY = 20_000;
  private static final long SECONDS = 120;

  @TempDir private static Path shared;
  @TempDir private Path folder;

  @BeforeAll
  static void makeExports() throws IOException {
    export("users.tsv", FEW);
    export("many.tsv", MANY);
  }

  private static void export(String name, int accounts) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "user\tpass\tuser_level\tapi_allowed_functions\tactive\tuser_group\tmodify_leads");
    StringBuilder flags = new StringBuilder(); // an export without them is incomplete
    for (Flag flag : Flag.values()) {
      text.append('\t').append(flag.column());
      flags.append(flag == Flag.VDC_AGENT_API_ACCESS ? "\t1" : "\t0");
    }
    text.append('\n');
    for (int i = 0; i < accounts; i++) {
      text.append("u%06d\tsecret%d\t9\t ALL_FUNCTIONS \tY\t\t0".formatted(i, i));
      text.append(flags).append('\n');
    }
    Files.writeString(shared.resolve(name), text);
  }

  @ParameterizedTest
  @CsvSource({"INT,130", "TERM,143"})
  void aSignalLeavesNoHalfFileAndTheOlderReportAsItWas(String signal, int status) throws Exception {
    Path report = folder.resolve("findings.json");
    Files.writeString(report, "of yesterday");
    Process process = start("", "lint", "many.tsv", "--output", report.toString());
    for (long i = 0; i < SECONDS * 100 && files().size() < 2; i++) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(10);
    }
    assertThat(files()).hasSize(2);

    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();

    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(status);
    assertThat(files()).containsExactly("findings.json");
    assertThat(report).content().isEqualTo("of yesterday");
    assertThat(err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "sarif", "csv", "html"})
  void aDiskThatFillsIsToldAndLeavesNoHalfFile(String format) throws Exception {
    int status = run("ulimit -f 40;", "lint", "users.tsv", "--output", format + ":" + target());

    assertThat(status).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(err()).contains("cannot write " + target()).contains("File too large");
    assertThat(files()).isEmpty();
  }

  @Test
  void otherCommandsTellOfAFullDiskToo() throws Exception {
    for (List<String> command :
        List.of(
            List.of("baseline", "users.tsv", "--output", target()),
            List.of("matrix", "users.tsv", "--format", "csv", "--output", target()))) {
      int status = run("ulimit -f 40;", command.toArray(String[]::new));
      assertThat(status).as(command.toString()).isEqualTo(ExitStatus.INCOMPLETE);
      assertThat(err()).contains("cannot write").contains("File too large");
      assertThat(files()).isEmpty();
    }
  }

  /** Short outputs too, so that not one byte fits. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "recommend u000001 users.tsv --functions version --output OUT",
        "fix users.tsv --unsafe --output OUT",
        "onboard job.yaml users.tsv --format markdown --output OUT",
        "fix FOLDER/people.yaml --unsafe",
        "init FOLDER"
      })
  void noCommandLeavesAHalfFileOnAFullDisk(String command) throws Exception {
    String people =
        "accounts:\n  - user: loader\n    kind: service\n    functions: [add_lead]\n    user_level: 9\n";
    Files.writeString(folder.resolve("people.yaml"), people);
    Files.writeString(
        shared.resolve("job.yaml"),
        "name: job\nowner: ops\ncontact: ops@example.com\npurpose: asks for the version\naccount: u000001\nfunctions: [version]\n");
    String[] args =
        command.replace("OUT", target()).replace("FOLDER", folder.toString()).split(" ");
    Process process = start("ulimit -f 0; exec 2>&1;", args);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(said).contains("cannot write").containsAnyOf("File too large", "disk is full");
    assertThat(files()).containsExactly("people.yaml");
    assertThat(folder.resolve("people.yaml")).content().isEqualTo(people);
  }

  @Test
  void aFullDeviceIsTold() throws Exception {
    assertThat(run("", "lint", "users.tsv", "--output", "csv:/dev/full"))
        .isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(err()).contains("cannot write /dev/full: the disk is full");
    assertThat(run("exec >/dev/full;", "lint", "users.tsv")).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(err()).contains("cannot write to standard output");
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFault() throws Exception {
    Process process = start("", "lint", "users.tsv", "--format", "json");
    try (InputStream out = process.getInputStream()) {
      assertThat(out.readNBytes(100)).hasSize(100);
    }
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(err()).isEmpty();
  }

  @Test
  void tooLittleMemoryIsToldAndLeavesNoHalfFile() throws Exception {
    // One text of this size at once: a heap that fills slowly is collected again and again first.
    Path large = folder.resolve("large.yaml");
    Files.writeString(large, "accounts: []\n#" + "x".repeat(40_000_000));
    String before = "export JAVA_TOOL_OPTIONS=-Xmx30m;";
    assertThat(run(before, "lint", large.toString(), "--output", target()))
        .isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(err()).contains("vicilint: out of memory");
    assertThat(files()).containsExactly("large.yaml");
  }

  private String target() {
    return folder.resolve("out.json").toString();
  }

  /** What is in the folder, beside what this test puts there. */
  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> !name.equals("err"))
          .sorted()
          .toList();
    }
  }

  private String err() throws IOException {
    return Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
  }

  private int run(String before, String... args) throws Exception {
    Process process = start(before, args);
    process.getInputStream().transferTo(OutputStream.nullOutputStream());
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** Starts vicilint as the launcher does, from a shell that has run some commands. */
  private Process start(String before, String... args) throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", before + " exec \"$@\"", "sh", "env"));
    // Who starts the tests in the background lets them ignore Ctrl-C.
    command.add("--default-signal=INT");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", classes, "org.vicilint.cli.Main"));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .directory(shared.toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }
}
