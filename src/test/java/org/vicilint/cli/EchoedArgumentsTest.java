package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Planted;

/** No command repeats an argument that holds a password, wrong usage included. */
@Tag("slow")
class EchoedArgumentsTest {
  private static final String SECRET = "SuperSecret1";

  @TempDir private Path folder;

  static Stream<String> values() {
    return Stream.of(
        "pass=" + SECRET,
        "PASS%253D" + SECRET,
        "password: " + SECRET,
        "http://d/non_agent_api.php?user=u&pass=" + SECRET,
        "https://bob:" + SECRET + "@dialer/x",
        "bob:" + SECRET + "@dialer",
        "curl -u bob:" + SECRET + " http://d/x",
        "user=robot$pass=" + SECRET,
        "user=robot;agent_pass=" + SECRET);
  }

  @ParameterizedTest
  @MethodSource("values")
  void asAnyArgumentOrValueOfAnyOption(String value) throws IOException {
    String accounts =
        Files.writeString(folder.resolve("a.yaml"), "accounts:\n  - {user: a, user_level: 9}\n")
            .toString();
    String out = folder.resolve("out").toString();
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of(value));
    lines.add(List.of("help", value));
    for (Command command : Main.COMMANDS) {
      if (!command.name().equals("init")) { // it makes what it is given
        lines.add(List.of(command.name(), value));
        lines.add(List.of(command.name(), value, accounts));
        lines.add(List.of(command.name(), accounts, value));
        lines.add(List.of(command.name(), "--" + value));
        lines.add(List.of(command.name(), "--no-progress=" + value));
      }
      for (Option option : command.options().getOptions()) {
        if (option.hasArg() && !option.getLongOpt().equals("output")) {
          lines.add(List.of(command.name(), accounts, "--" + option.getLongOpt() + "=" + value));
        }
      }
    }
    for (List<String> line : lines) {
      Cli run = Cli.runWith("", line.toArray(String[]::new));
      assertThat(run.all())
          .as(String.join(" ", line))
          .doesNotContain(SECRET)
          .doesNotContain("internal fault");
    }
    for (String format :
        List.of("json", "sarif", "html", "junit", "github", "gitlab", "markdown", "csv")) {
      assertThat(Cli.run("lint", accounts, value, "--format", format).all()).doesNotContain(SECRET);
    }
    assertThat(Planted.foundBelow(Path.of(out))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lint|--pass=S",
        "lint|--pass|S",
        "lint|-pS",
        "lint|-p|S",
        "lint|--formt=S",
        "lint|--no-progress=S",
        "lint|pass|S",
        "lint|pass=|S",
        "lint|password|=|S",
        "lint|http://d/x?user=u&pass=|S",
        "request|--pass=S",
        "lint|-u|bob:S|http://d/x",
        "usage|--passwd:S",
        "matrix|--database|host;password=S",
        "matrix|--database|u:S@host/x",
        "matrix|--database|host/x?pass=S",
      })
  void inWhateverWayItIsAttached(String line) {
    Cli run = Cli.run(line.replace("S", SECRET).split("\\|"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.all()).doesNotContain(SECRET);
    assertThat(run.err()).startsWith("vicilint: ");
  }

  @Test
  void whatIsHarmlessIsRepeated() {
    assertThat(Cli.run("lint", "--formt=json").err())
        .contains("lint has no option '--formt' (did you mean '--format'?)");
    assertThat(Cli.run("lint", "--format", "jsn").err()).contains("'jsn'", "did you mean 'json'?");
    assertThat(Cli.run("lint", "-formt", "json").err()).contains("'-formt'");
    assertThat(Cli.run("lint", "--format", "pass=x").err())
        .contains("--format does not know 'pass=****'; it takes text, json");
  }

  @Test
  void aFileOrUserThatIsCalledPassIsNoPassword() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.yaml"), "accounts:\n  - {user: pass, user_level: 9}\n");
    assertThat(Cli.run("can", "pass", "add_lead", file.toString()).status()).isLessThan(2);
    assertThat(Cli.run("matrix", file.toString(), file.toString()).status()).isNotEqualTo(2);
  }
}
