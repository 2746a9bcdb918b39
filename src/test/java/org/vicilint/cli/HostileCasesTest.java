package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;

/** What somebody who means harm gives vicilint, or has it read. */
@Tag("slow")
class HostileCasesTest {
  private static final Path CASES = Path.of("src/test/resources/hostile");

  /** What GitHub, Azure and TeamCity take for commands. */
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*::|##\\w*\\[");

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path copied(String name) throws IOException {
    Path from = CASES.resolve(name);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write(from.relativize(file).toString(), Files.readString(file));
      }
    }
    return folder;
  }

  // --- a profile that nobody asked for -----------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "own_rules: [../home]",
        "own_rules: [rules, ../home]",
        "own_rules: [HOME]",
        "own_rules: [rules/../../home]",
        "own_rules: [linked]",
        "own_rules: [rules]",
        "extends: ../home/k8s.yaml",
        "extends: HOME/k8s.yaml",
        "extends: linked/k8s.yaml",
        "extends: link.yaml",
        "extends: ./x/../../home/k8s.yaml",
      })
  void aProfileThatWasFoundReachesNoFileOutsideItsFolder(String profile) throws IOException {
    copied("04-outside-file-quoted");
    Path home = folder.resolve("home").toRealPath();
    Files.createDirectories(folder.resolve("repo/rules"));
    Files.createSymbolicLink(folder.resolve("repo/linked"), home);
    Files.createSymbolicLink(folder.resolve("repo/link.yaml"), home.resolve("k8s.yaml"));
    Files.createSymbolicLink(folder.resolve("repo/rules/a.yaml"), home.resolve("values.yaml"));
    write("repo/vicilint.yaml", profile.replace("HOME", home.toString()));
    for (String command : List.of("lint", "profile", "matrix", "fix", "baseline", "paths")) {
      Cli run = Cli.run(command, folder.resolve("repo/accounts").toString());
      assertThat(run.all()).doesNotContain("planted", "apiToken", "registry");
      assertThat(run.err()).contains("this leaves the folder of the profile", "--profile FILE");
      assertThat(run.status()).isIn(0, 3);
    }
    assertThat(Cli.run("lint", folder.resolve("repo/accounts").toString()).status()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"own_rules: [../home]", "extends: ../home/k8s.yaml"})
  void aProfileThatWasAskedForReachesThemAndShowsNoLineOfWhatIsNone(String profile)
      throws IOException {
    copied("04-outside-file-quoted");
    Path file = write("repo/vicilint.yaml", profile);
    Cli run =
        Cli.run("lint", folder.resolve("repo/accounts").toString(), "--profile", file.toString());
    assertThat(run.all()).doesNotContain("planted").contains("is not a key of");
    assertThat(run.status()).isEqualTo(3);
  }

  @Test
  void aFoundProfileThatIsALinkOutOfItsFolderIsNotRead() throws IOException {
    copied("04-outside-file-quoted");
    Files.delete(folder.resolve("repo/vicilint.yaml"));
    Files.createSymbolicLink(
        folder.resolve("repo/vicilint.yaml"), folder.resolve("home/k8s.yaml").toRealPath());
    Cli run = Cli.run("lint", folder.resolve("repo/accounts").toString());
    assertThat(run.all()).doesNotContain("planted");
    assertThat(run.status()).isEqualTo(3);
  }

  @Test
  void aProfileBesideWhatItExtendsIsRead() throws IOException {
    write("a.yaml", "accounts:\n  - {user: quiet, user_level: 1}\n");
    write("base/b.yaml", "name: ours\nfail_on: low\n");
    write("vicilint.yaml", "extends: base/b.yaml\n");
    Cli run = Cli.run("profile", folder.resolve("a.yaml").toString());
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("low");
  }

  // --- commands of CI servers --------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::stop-commands::q", "##[error]x", "::add-mask::1", "##vso[task.setvariable]x",
        "##teamcity[x]", " ::set-env name=a::b", "a ::error::x", "a##vso[x]b"
      })
  void noLineOfAnyCommandBeginsWithOne(String name) throws IOException {
    String quoted = "\"" + name + "\"";
    Path file =
        write(
            "::error::in/::warning::.json",
            """
            {"accounts": [{"user": NAME, "full_name": NAME, "user_level": 9, "modify_users": 1,
              "vdc_agent_api_access": 1, "user_group": NAME, "used_by": [NAME, "b"], "owner": NAME, "purpose": NAME},
              {"user": NAME, "user_level": "NO"}, {"user": "hr", "user_level": 9, NAME: 1}]}
            """
                .replace("NAME", quoted));
    Path manifest =
        write(
            "m.yaml",
            "name: N\naccount: N\npurpose: N\nfunctions: [add_lead, N]\n".replace("N", quoted));
    Path requests =
        write(
            "r.jsonl",
            "{\"caller\": NAME, \"function\": NAME, \"params\": {NAME: NAME}}\n"
                .replace("NAME", quoted));
    EveryCommand every =
        new EveryCommand(
            List.of(file.toString()),
            name,
            manifest.toString(),
            requests.toString(),
            Files.createDirectory(folder.resolve("out")).toString());
    for (List<String> line : every.lines()) {
      if (!line.get(line.size() - 1).equals("github")) {
        Cli run = Cli.runWith(name + "\nERROR: x: |" + name + "|\n", line.toArray(String[]::new));
        assertThat(
                COMMAND.matcher(run.all()).results().map(found -> around(run.all(), found.start())))
            .as(String.join(" ", line))
            .isEmpty();
      }
    }
    for (String[] wrong :
        new String[][] {{name}, {"lint", name}, {"lint", "--format", name}, {"explain", name}}) {
      assertThat(COMMAND.matcher(Cli.run(wrong).all()).find()).isFalse();
    }
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60));
  }

  @Test
  void theHostileAccountsBeginNoCommand() {
    String file = CASES.resolve("05-workflow-command/accounts.json").toString();
    for (String[] line :
        new String[][] {
          {"lint", file}, {"matrix", file, "--format", "csv"}, {"fix", "--dry-run", file}
        }) {
      Cli run = Cli.run(line);
      assertThat(COMMAND.matcher(run.all()).find()).isFalse();
      assertThat(run.all()).contains("u003a:stop-commands::q");
    }
  }

  // --- templates ---------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<#macro m><@m/></#macro><@m/>",
        "<#include \"review.ftlh\">",
        "<#function f x><#return f(x)></#function>${f(1)}",
        "<#include \"x.ftlh\">",
        "<#include \"../x.ftlh\">",
        "${x.y}",
        "<#if",
        "${\"pass=Zq7Secret\"?no}",
      })
  void aFaultOfATemplateIsOneLineAndWrongUsage(String template) throws IOException {
    Files.createDirectories(folder.resolve("t"));
    Files.createSymbolicLink(folder.resolve("t/x.ftlh"), Path.of("/etc/hosts"));
    for (String page : List.of("review.ftlh", "usage.ftlh", "reach.ftlh")) {
      write("t/" + page, template);
    }
    String accounts = write("a.yaml", "accounts:\n  - {user: a, user_level: 9}\n").toString();
    String templates = folder.resolve("t").toString();
    for (String[] line :
        new String[][] {
          {"report", accounts, "--templates", templates},
          {"lint", accounts, "--format", "html", "--templates", templates},
          {"usage", accounts, "--format", "html", "--templates", templates},
        }) {
      Cli run = Cli.run(line);
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.all()).contains("vicilint: template ").doesNotContain("Zq7", "\tat ", "/etc");
    }
  }

  // --- outputs over inputs -----------------------------------------------------------------

  @Test
  void noOutputTakesThePlaceOfAnythingThatIsRead() throws IOException {
    String accounts = write("d.yaml", "accounts:\n  - {user: a, user_level: 9}\n").toString();
    Path profile = write("vicilint.yaml", "extends: base.yaml\nown_rules: [rules]\n");
    write("base.yaml", "name: base\n");
    write("rules/mine.yaml", "id: mine\ntitle: T\nseverity: low\nmessage: m\nwhen: 'true'\n");
    write(
        "rules/yours.md",
        "---\nid: yours\ntitle: T\nseverity: low\nmessage: m\nwhen: 'true'\n---\n# T\n");
    write("t/review.css", "a {}\n");
    write("pw", "plantedDbSecret\n");
    write("ca.pem", "x\n");
    write("log.tsv", "user\tapi_date\tfunction\n");
    Path known = folder.resolve("known.json");
    assertThat(Cli.run("baseline", accounts, "--output", known.toString()).status()).isLessThan(2);
    Files.createSymbolicLink(folder.resolve("link.json"), profile);
    Files.createLink(folder.resolve("hard.json"), profile);
    Files.createSymbolicLink(folder.resolve("folder"), folder.resolve("rules"));
    for (String input :
        List.of(
            "vicilint.yaml",
            "base.yaml",
            "rules/mine.yaml",
            "rules/yours.md",
            "t/review.css",
            "pw",
            "ca.pem",
            "log.tsv",
            "known.json",
            "link.json",
            "hard.json",
            "folder/mine.yaml",
            "./rules/../base.yaml",
            "d.yaml")) {
      Path file = folder.resolve(input);
      byte[] before = Files.readAllBytes(file);
      Cli run =
          Cli.run(
              "lint",
              accounts,
              folder.resolve("log.tsv").toString(),
              "--baseline",
              known.toString(),
              "--templates",
              folder.resolve("t").toString(),
              "--database",
              "127.0.0.1:1/x",
              "--database-password-file",
              folder.resolve("pw").toString(),
              "--database-ca",
              folder.resolve("ca.pem").toString(),
              "--database-tls",
              "verify",
              "--output",
              "csv:" + folder.resolve("first.csv"),
              "--output",
              "json:" + file);
      assertThat(run.status()).as(input).isEqualTo(2);
      assertThat(run.err()).contains("it is one of the files being read");
      assertThat(file).hasBinaryContent(before);
      assertThat(folder.resolve("first.csv")).doesNotExist();
    }
    for (String command : List.of("matrix", "cut", "baseline", "usage", "profile", "upgrade")) {
      byte[] before = Files.readAllBytes(profile);
      String[] line =
          command.equals("upgrade")
              ? new String[] {
                command,
                "--from",
                "240703-1657",
                "--to",
                "250720-1841",
                accounts,
                "--output",
                profile.toString()
              }
              : new String[] {command, accounts, "--output", profile.toString()};
      assertThat(Cli.run(line).status()).as(command).isEqualTo(2);
      assertThat(profile).hasBinaryContent(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dump.sql\nINSERT INTO vicidial_users VALUES (1);\n",
        "rows.txt\n1\thr\tx\n",
        "rows.xml\n<resultset></resultset>\n",
        "log.csv\napi_id,user,api_date,api_script,function\n",
        "old.gz\nx"
      })
  void noOutputTakesThePlaceOfAFileInAFolderThatIsRead(String file) throws IOException {
    write("in/d.yaml", "accounts:\n  - {user: a, user_level: 9}\n");
    String name = file.substring(0, file.indexOf('\n'));
    Path path = write("in/" + name, file.substring(file.indexOf('\n') + 1));
    Cli run = Cli.run("lint", folder.resolve("in").toString(), "--output", "json:" + path);
    assertThat(run.status()).isEqualTo(2);
    assertThat(path).hasContent(file.substring(file.indexOf('\n') + 1));
  }

  @Test
  void twoOutputsToOnePlaceAreRefusedThroughLinksToo() throws IOException {
    String accounts = write("d.yaml", "accounts:\n  - {user: a, user_level: 9}\n").toString();
    Path one = write("one.json", "{}");
    Files.createSymbolicLink(folder.resolve("two.json"), one);
    Cli run =
        Cli.run(
            "lint",
            accounts,
            "--output",
            "json:" + one,
            "--output",
            "csv:" + folder.resolve("two.json"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("two outputs go to one place");
    assertThat(one).hasContent("{}");
  }

  // --- logs, pages, broken JSON ------------------------------------------------------------

  @Test
  void aLogsSourceFunctionAndUserShowNoPassword() {
    String in = CASES.resolve("09-log-source").toString();
    for (String format :
        List.of("text", "json", "html", "sarif", "junit", "github", "gitlab", "markdown", "csv")) {
      Cli run = Cli.run("lint", in, "--format", format);
      assertThat(run.all()).as(format).doesNotContain("planted");
      assertThat(run.status()).isEqualTo(1);
    }
    assertThat(Cli.run("usage", in).all())
        .doesNotContain("planted")
        .contains("2 sources (crm, hr&pass=****)", "add_lead&pass=****");
  }

  @Test
  void thePageHoldsNoCharacterOfAFilesNameThatCannotBeSeen() throws IOException {
    write(
        "d/b\u001b[31mred\u0007\n::error::x.yaml",
        "accounts:\n  - {user: a, user_level: 9, modify_users: 1}\n");
    Path page = folder.resolve("page.html");
    assertThat(
            Cli.run("report", folder.resolve("d").toString(), "--output", page.toString()).status())
        .isLessThan(2);
    String html = Files.readString(page, StandardCharsets.UTF_8);
    assertThat(html).doesNotContain("\u001b", "\u0007", "\n::error").contains("red\\u0007\\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"accounts\"\"Zq7\",\"user_level\":9}],\"groups\":[{\"user_group\":\"L\"}]}",
        "{\"accounts\":[{\"user\":\"a\" \"Zq7\",\"user_level\":9}]}",
        "{\"accounts\":[{\"user\":\"a\",\"Zq7\",\"user_level\":9}]}",
        "{\"accounts\":[{\"user\":\"a\",\"user_level\":9,[\"Zq7\"]}]}",
        "{\"accounts\":[{\"user\":\"a\",\"user_level\" 9:\"Zq7\"}]}",
        "{\"accounts\":[{\"user\":\"a\",\"ash\":\"Zq7\",\"user_level\":9]}",
        "accounts:\n  - {user: a, Zq7, user_level: [}\n",
        "accounts:\n  - {user: a, \"Zq7\" user_level: 9}\n",
        "accounts:\n  - user: a Zq7\n    user_level: [\n",
        "accounts:\n  - user_level: 9 Zq7: [\n",
      })
  void noLineIsShownWhoseKeyTheFaultMayHaveTaken(String broken) throws IOException {
    for (String name : List.of("defs.json", "defs.yaml")) {
      Cli run = Cli.run("lint", write(name, broken).toString());
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.all()).contains("problem: ").doesNotContain("Zq7");
    }
  }

  @Test
  void aBrokenLineWithAllItsKeysIsShown() throws IOException {
    Cli run =
        Cli.run(
            "lint",
            write("d.json", "{\"accounts\": [{\"user\": \"a\", \"user_level\": 9}}").toString());
    assertThat(run.err()).contains("{\"accounts\": [{\"user\": \"a\", \"user_level\": 9}}");
  }
}
