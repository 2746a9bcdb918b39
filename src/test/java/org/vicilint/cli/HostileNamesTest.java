package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.testkit.Cli;

/** A name that holds a password loses it, and the message about the name keeps what follows. */
class HostileNamesTest {
  private static final String SECRET = "Hq7SuperSecret";

  @TempDir private Path folder;

  @Test
  void aMessageAboutALoginSaysWhatIsWrong() throws IOException {
    String text = accounts("bob&pass=" + SECRET, "G1", "add_lead");
    Cli lint = Cli.run("lint", write("a.yaml", text), write("b.yaml", text));
    assertThat(lint.err()).contains("account bob&pass=**** is already at ", "a.yaml:2:11, which");
    assertThat(lint.all()).doesNotContain(SECRET);
  }

  @Test
  void aPlaceInAFileOfSuchANameKeepsLineAndColumn() throws IOException {
    Path sub = Files.createDirectories(folder.resolve("pass=" + SECRET));
    Path file =
        Files.writeString(sub.resolve("a.yaml"), "accounts:\n  - {user: a, user_level: 12}\n");
    Cli lint = Cli.run("lint", file.toString());
    assertThat(lint.err()).contains("pass=****:2:27: problem: user_level is 12");
    Cli table = Cli.run("lint", Files.writeString(sub.resolve("b.tsv"), "user\tpass\n").toString());
    assertThat(lint.all() + table.all()).doesNotContain(SECRET);
  }

  @Test
  void aFindingAboutAGroupKeepsItsEffect() throws IOException {
    for (String format : List.of("text", "json", "gitlab", "github", "csv", "markdown", "sarif")) {
      String file = write("a.yaml", accounts("crm_token", "pass=" + SECRET, "ALL_FUNCTIONS"));
      String groups = write("g.tsv", "user_group\tgroup_name\tallowed_campaigns\nX\tX\t-\n");
      Cli lint = Cli.run("lint", file, groups, "--format", format);
      assertThat(lint.out().replaceAll("\\s+", " "))
          .as(format)
          .containsPattern("the group pass=(?:\\*|&#42;|%2A){4}, which")
          .doesNotContain(SECRET);
    }
  }

  @Test
  void aFindingAboutANameOfAFieldKeepsItsReason() throws IOException {
    String file = write("a.yaml", accounts("crm_token", "G", "pass add_lead"));
    for (String format : List.of("json", "gitlab")) {
      assertThat(Cli.run("lint", file, "--format", format).out())
          .contains("names pass and add_lead: the server looks for each name");
    }
  }

  @Test
  void aScriptNamesItsAccountsAndWhatHelps() throws IOException {
    String sql =
        "INSERT INTO vicidial_users (user,user_level) VALUES ('pass=%s',9),('u2',9);\nCALL f();\n";
    Cli lint = Cli.run("lint", write("a.sql", sql.formatted(SECRET)));
    assertThat(lint.err()).contains("accounts pass=****, u2").doesNotContain(SECRET);
  }

  private static String accounts(String user, String group, String functions) {
    return "accounts:\n  - user: \"%s\"\n    user_level: 9\n    user_group: \"%s\"\n    api_allowed_functions: \"%s\"\n"
        .formatted(user, group, functions);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
