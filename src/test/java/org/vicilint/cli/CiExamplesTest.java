package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.testkit.Schemas;
import org.vicilint.testkit.Vectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What users copy for their CI: its shell parts run here as they stand in the files. */
@Tag("process")
class CiExamplesTest {
  private static final Path GITHUB = Path.of("examples/ci/.github/workflows/vicilint.yml");
  private static final Path GITLAB = Path.of("examples/ci/.gitlab-ci.yml");
  private static final long SECONDS = 120;

  /** One account and its file; the exit status that its lint has. */
  private static final String CLEAN =
      "accounts:\n  - {user: mkovac, full_name: Mila, kind: person, phone_login: '8302'}\n";

  private static final String FINDINGS =
      "accounts:\n  - {user: crm, kind: service, vdc_agent_api_access: 1, user_level: 9}\n";

  private static final String BROKEN = FINDINGS + "  - {user: [\n";

  @TempDir private Path folder;
  private Path work;
  private final Map<String, String> environment = new TreeMap<>();

  /** A machine of a CI: the definitions, and a repository from which vicilint comes. */
  @BeforeEach
  void makeMachine() throws Exception {
    work = Files.createDirectories(folder.resolve("work"));
    Files.createDirectories(work.resolve("accounts"));
    Path origin = Files.createDirectories(folder.resolve("origin"));
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    script(
        origin.resolve("vicilint"),
        "exec '%s/bin/java' -Xshare:auto -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\""
            .formatted(System.getProperty("java.home"), classPath, Main.class.getName()));
    String git = "git -c user.name=t -c user.email=t@example.com -c init.defaultBranch=main ";
    assertThat(
            sh(
                origin,
                "%1$s init -q . && %1$s add . && %1$s commit -qm v && %1$s tag v0.1.0"
                    .formatted(git)))
        .isZero();
    environment.put("HOME", folder.toString());
    environment.put("VICILINT_REPOSITORY", origin.toString());
  }

  @ParameterizedTest
  @CsvSource({"clean, 0, 0", "findings, 1, 1", "broken, 3, 1"})
  @SuppressWarnings("unchecked") // YAML
  void theGithubWorkflowIsAGateAndShowsWhatItFound(String estate, int status, int errors)
      throws Exception {
    definitions(estate);
    environment.put("RUNNER_TEMP", Files.createDirectories(folder.resolve("temp")).toString());
    environment.put("GITHUB_PATH", folder.resolve("path").toString());
    environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
    environment.put("GITHUB_REPOSITORY", "acme/accounts");
    environment.put("PULL_REQUEST", "7");
    environment.put("GH_TOKEN", "none");
    Path bin = Files.createDirectories(folder.resolve("bin"));
    script(bin.resolve("gh"), "printf '%s\\n' \"$@\" > '" + folder + "/gh'");
    Map<String, Object> workflow = yaml(GITHUB);
    environment.put("VICILINT_VERSION", value(workflow, "env", "VICILINT_VERSION"));
    int job = 0;
    for (Object each : (List<Object>) at(workflow, "jobs", "accounts", "steps")) {
      Map<String, Object> step = (Map<String, Object>) each;
      boolean runs = job == 0 || String.valueOf(step.get("if")).contains("!cancelled()");
      if (runs && step.containsKey("run")) {
        String path = read(folder.resolve("path")).strip();
        environment.put("PATH", path + ":" + bin + ":" + System.getenv("PATH"));
        int ended = sh(work, (String) step.get("run"));
        if ("Lint".equals(step.get("name"))) {
          assertThat(ended).as(read(folder.resolve("log"))).isEqualTo(status);
        }
        job = Math.max(job, ended);
      }
      if (runs && step.get("with") instanceof Map<?, ?> with) {
        for (String key : List.of("sarif_file", "path")) {
          if (with.containsKey(key)) {
            assertThat(work.resolve(with.get(key).toString())).isNotEmptyFile();
          }
        }
      }
    }
    assertThat(job).isEqualTo(status);
    assertThat(Schemas.SARIF.errors(read(work.resolve("findings.sarif")))).isEmpty();
    assertThat(read(folder.resolve("summary")))
        .startsWith("## vicilint: ")
        .isEqualTo(read(work.resolve("comment.md")));
    assertThat(read(folder.resolve("gh")).lines())
        .containsSubsequence("pr", "comment", "7", "acme/accounts", "--body-file", "comment.md");
    assertThat(read(folder.resolve("log")).contains("\n::error ")).isEqualTo(errors == 1);
  }

  @ParameterizedTest
  @CsvSource({"clean, 0", "findings, 1", "broken, 3"})
  @SuppressWarnings("unchecked") // YAML
  void theGitlabJobIsAGateAndShowsWhatItFound(String estate, int status) throws Exception {
    definitions(estate);
    Map<String, Object> job = (Map<String, Object>) at(yaml(GITLAB), "vicilint");
    environment.put("VICILINT_VERSION", value(job, "variables", "VICILINT_VERSION"));
    environment.put("PATH", System.getenv("PATH"));
    environment.put("TMPDIR", folder.toString());
    List<String> lines = new ArrayList<>((List<String>) job.get("before_script"));
    lines.addAll((List<String>) job.get("script"));
    int ended = sh(work, String.join("\n", lines));
    Map<String, Object> artifacts = (Map<String, Object>) job.get("artifacts");
    Map<String, String> reports = (Map<String, String>) artifacts.get("reports");

    assertThat(ended).as(read(folder.resolve("log"))).isEqualTo(status);
    assertThat(reports).containsOnlyKeys("codequality", "junit");
    assertThat(Vectors.parse(read(work.resolve(reports.get("codequality")))).isEmpty())
        .isEqualTo(status == 0);
    String junit = read(work.resolve(reports.get("junit")));
    assertThat(junit).contains("<testcase ");
    assertThat(junit.contains("<failure ") || junit.contains("<error ")).isEqualTo(status != 0);
    assertThat((List<String>) artifacts.get("paths"))
        .isNotEmpty()
        .allSatisfy(path -> assertThat(work.resolve(path)).isNotEmptyFile());
    assertThat(artifacts.get("when")).isEqualTo("always");
    assertThat(read(folder.resolve("log"))).contains("1 account checked");
  }

  @Test
  @SuppressWarnings("unchecked") // YAML
  void theGithubWorkflowMayDoNoMoreThanItNeeds() throws IOException {
    Map<String, Object> workflow = yaml(GITHUB);
    assertThat((Map<String, Object>) workflow.get("permissions")).isEmpty();
    assertThat((Map<String, Object>) at(workflow, "jobs", "accounts", "permissions"))
        .containsOnly(
            Map.entry("contents", "read"),
            Map.entry("security-events", "write"),
            Map.entry("pull-requests", "write"));
    for (Object each : (List<Object>) at(workflow, "jobs", "accounts", "steps")) {
      Map<String, Object> step = (Map<String, Object>) each;
      if (step.containsKey("uses")) {
        assertThat((String) step.get("uses")).matches("[a-z/-]+@(v\\d+|[0-9a-f]{40})");
      } else {
        // A name from outside would be a part of the script.
        assertThat((String) step.get("run")).doesNotContain("${{");
      }
    }
  }

  private void definitions(String estate) throws IOException {
    String text = Map.of("clean", CLEAN, "findings", FINDINGS, "broken", BROKEN).get(estate);
    Files.writeString(work.resolve("accounts/accounts.yaml"), text);
  }

  /** Runs a script as a CI does, and ends at the first command that fails. */
  private int sh(Path where, String script) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", script);
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT"));
    builder.environment().putAll(environment);
    Process process =
        builder
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    process.getOutputStream().close();
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static Map<String, Object> yaml(Path file) throws IOException {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
  }

  private static Object at(Object node, String... keys) {
    Object here = node;
    for (String key : keys) {
      here = ((Map<?, ?>) here).get(key);
    }
    return here;
  }

  private static String value(Object node, String... keys) {
    return (String) at(node, keys);
  }
}
