package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The onboarding script of examples/hiring sends what vicilint lets pass, and nothing else. */
@Tag("process")
class HiringScriptTest {
  private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

  private static final String HIRING = "examples/hiring";

  @TempDir private Path folder;
  private Path calls;

  @BeforeEach
  void standIns() throws IOException {
    calls = folder.resolve("calls");
    script(
        "vicilint",
        "exec '%s' -cp '%s' org.vicilint.cli.Main \"$@\""
            .formatted(JAVA, System.getProperty("java.class.path")));
    script(
        "call",
        "for each; do printf '%%s ' \"$each\"; done >>'%s'; echo >>'%s'".formatted(calls, calls));
  }

  @Test
  void aGoodListIsSentLineByLine() throws Exception {
    assertThat(run("new-hires.csv")).isZero();
    List<String> sent = Files.readAllLines(calls);
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0))
        .startsWith("https://dialer.example.com/vicidial/non_agent_api.php ")
        .contains("user=hr_onboarding", "function=add_user", "agent_user=agent_berg")
        .contains("agent_full_name=Nils Berg", "agent_pass=Kd83hsQ2mm", "phone_login=ph201");
  }

  @Test
  void ofAListWithMistakesNothingIsSent() throws Exception {
    assertThat(run("mistakes.csv")).isEqualTo(1);
    assertThat(calls).doesNotExist();
    assertThat(folder.resolve("out"))
        .content()
        .contains("Nothing was sent")
        .contains("USER ALREADY EXISTS");
  }

  @Test
  void columnsInAnotherOrderAreNotSent() throws Exception {
    String list =
        "agent_pass,agent_user,agent_user_level,agent_full_name,agent_user_group,phone_login\n"
            + "Kd83hsQ2mm,agent_berg,1,Nils Berg,AGENTS,ph201\n";
    assertThat(run(list(list))).isEqualTo(1);
    assertThat(calls).doesNotExist();
    assertThat(folder.resolve("out")).content().contains("the first line of the list has to be");
  }

  @Test
  void aLastLineWithoutEndAndLinesFromWindowsAreSent() throws Exception {
    String text = Files.readString(Path.of(HIRING, "new-hires.csv")).stripTrailing();
    assertThat(run(list(text))).isZero();
    List<String> plain = Files.readAllLines(calls);
    assertThat(plain).hasSize(2);
    assertThat(plain.get(1)).contains("agent_user=agent_costa", "phone_login=ph202");
    Files.delete(calls);
    assertThat(run(list(text.replace("\n", "\r\n") + "\r\n"))).isZero();
    assertThat(Files.readString(calls)).doesNotContain("\r");
    assertThat(Files.readAllLines(calls)).isEqualTo(plain);
  }

  private String list(String text) throws IOException {
    return Files.writeString(folder.resolve("list.csv"), text).toString();
  }

  private int run(String list) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh",
            "examples/hiring/onboard.sh",
            Path.of(HIRING).resolve(list).toString(),
            HIRING + "/accounts");
    builder.environment().put("DIALER", "https://dialer.example.com");
    builder.environment().put("API_PASS", "not-a-secret");
    builder.environment().put("VICILINT", folder.resolve("vicilint").toString());
    builder.environment().put("CALL", folder.resolve("call").toString());
    File out = folder.resolve("out").toFile();
    Process process = builder.redirectErrorStream(true).redirectOutput(out).start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private void script(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
