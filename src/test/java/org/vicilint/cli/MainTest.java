package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;

/** The command line: exit statuses, wrong usage, help. */
class MainTest {
  private static final String HEALTHY =
      """
      accounts:
        - user: loader
          kind: service
          owner: data-team
          purpose: loads leads
          functions: [add_lead]
          user_level: 8
          user_group: LOADER
          api_list_restrict: 1
          api_only_user: 1
          vdc_agent_api_access: 1
          modify_leads: 1
          api_allowed_functions: [add_lead]
      groups:
        - user_group: LOADER
          allowed_campaigns: [OUTBND]
          admin_ip_list: LOADERS
      """;
  private static final String FAULTY = HEALTHY.replace("api_only_user: 1", "api_only_user: 0");
  private static final String BROKEN = FAULTY.replace("    modify_leads", "    modify_lead");

  @TempDir private Path folder;

  @Test
  void zeroMeansNothingAtOrAboveTheFailLevel() throws IOException {
    Cli run = lint(HEALTHY);
    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out()).contains("1 account checked").contains("no findings");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void oneMeansFindings() throws IOException {
    assertThat(lint(FAULTY).status()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"critical, 0", "high, 1", "medium, 1", "low, 1", "info, 1", "never, 0"})
  void theFailLevelDecides(String level, int status) throws IOException {
    assertThat(lint(FAULTY, "--fail-on", level).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "html"})
  void threeMeansIncompleteAndWinsOverFindingsInEveryFormat(String format) throws IOException {
    Cli run = lint(BROKEN, "--format", format);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("accounts.yaml:12:5").contains("did you mean modify_leads?");
    assertThat(run.out()).contains("not-api-only");
  }

  @Test
  void aProblemIsShownWithItsLineAndACaret() throws IOException {
    assertThat(lint(HEALTHY.replace("user_level: 8", "user_level: 12")).err())
        .contains("accounts.yaml:7:17: problem: user_level is 12")
        .contains("        user_level: 12\n                    ^\n");
  }

  @Test
  void nothingToCheckIsNeverClean() {
    assertThat(Cli.run("lint", folder.toString()).status()).isEqualTo(3);
    assertThat(Cli.run("lint", folder.resolve("none").toString()).status()).isEqualTo(3);
    assertThat(Cli.runWith("", "lint", "-").status()).isEqualTo(3);
  }

  @Test
  void standardInputIsRead() {
    assertThat(Cli.runWith(HEALTHY, "lint", "-").status()).isZero();
    assertThat(Cli.runWith(FAULTY, "lint", "-").out()).contains("at   -:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lnit",
        "lint --formt text",
        "lint --format yaml",
        "lint --fail-on bad",
        "lint --build 2.14",
        "lint --agent-build nonsense",
        "lint --input-format xls",
        "lint --color maybe",
        "lint --at yesterday",
        "lint --build",
        "can",
        "can someone",
        "can someone ad_lead examples",
        "catalog show",
        "catalog show ad_lead",
        "catalog list",
        "catalog --category nothing",
        "catalog --flag modify_user",
        "catalog --effect none",
        "catalog --api both"
      })
  void wrongUsageIsSaidInOneLineWithStatusTwo(String args) {
    Cli run = Cli.run(args.split(" "));
    assertThat(run.status()).as(run.all()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("vicilint: ").contains("--help");
  }

  @Test
  void typosAreUnderstood() {
    assertThat(Cli.run("lnit").err()).contains("did you mean 'lint'");
    assertThat(Cli.run("catalog", "show", "ad_lead").err()).contains("did you mean 'add_lead'");
    assertThat(Cli.run("catalog", "--flag", "modify_user").err())
        .contains("did you mean 'modify_users'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "matrix", "can", "diagnose", "catalog"})
  void everyCommandHasHelp(String command) {
    Cli run = Cli.run(command, "--help");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Usage: vicilint " + command).contains("--build BUILD");
    assertThat(run.out()).contains("Exit status:");
    assertThat(Cli.run("help", command).out()).isEqualTo(run.out());
  }

  @Test
  void withoutACommandItSaysHowToStart() {
    assertThat(Cli.run().status()).isEqualTo(2);
    assertThat(Cli.run().err()).contains("Start with: vicilint lint PATH");
    assertThat(Cli.run("--help").status()).isZero();
    assertThat(Cli.run("--version").out()).startsWith("vicilint ");
  }

  @Test
  void aFileIsWrittenWholeOrNotAtAll() throws IOException {
    Path accounts = Files.writeString(folder.resolve("accounts.yaml"), FAULTY);
    Path report = folder.resolve("report.json");
    Cli run =
        Cli.run("lint", accounts.toString(), "--format", "json", "--output", report.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(report).content().startsWith("{").endsWith("}\n");
    Cli nowhere =
        Cli.run("lint", accounts.toString(), "--output", folder.resolve("no/such").toString());
    assertThat(nowhere.status()).isEqualTo(2);
    assertThat(nowhere.err()).contains("cannot write");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(accounts, report);
    }
  }

  @Test
  void theOutputDoesNotDependOnTheLocale() throws IOException {
    Locale before = Locale.getDefault();
    String expected = lint(FAULTY).all();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(lint(FAULTY).all()).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aHostileNameCannotTakeOverATerminalOrAPage() throws IOException {
    String name = "</script><b>\\u001b[2J\\u202e=cmd";
    String hostile =
        FAULTY.replace("kind: service", "kind: service\n    full_name: \"" + name + "\"");
    assertThat(lint(hostile).out())
        .doesNotContain("\u001b", "\u202e")
        .contains("\\u001b[2J\\u202e");
    assertThat(lint(hostile, "--format", "json").out()).doesNotContain("\u001b", "\u202e");
    String user = hostile.replace("user: loader", "user: \"=1+1<i>\"");
    assertThat(lint(hostile, "--format", "html").out()).doesNotContain("\u001b", "\u202e");
    assertThat(lint(user, "--format", "html").out()).doesNotContain("<i>").contains("&lt;i&gt;");
    Path accounts = Files.writeString(folder.resolve("accounts.yaml"), user);
    assertThat(Cli.run("matrix", accounts.toString(), "--format", "csv").out())
        .contains("\n'=1+1<i>,");
  }

  @Test
  void aMisspeltFunctionInADeclarationIsNeverClean() throws IOException {
    Cli run = lint(HEALTHY.replace("functions: [add_lead]\n", "functions: [add_leed]\n"));
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("add_leed is not a function of any build of either API")
        .contains("did you mean add_lead?");
    Cli operation =
        lint(
            HEALTHY.replace("functions: [add_lead]\n", "functions: [update_list:delete_lead=Y]\n"));
    assertThat(operation.status()).isEqualTo(3);
    assertThat(operation.err()).contains("did you mean delete_leads=Y?");
  }

  @Test
  void anAccountThatIsToCallNothingNeedsNothing() throws IOException {
    Cli run =
        lint(
            HEALTHY
                .replace("functions: [add_lead]\n", "functions: []\n")
                .replace("api_allowed_functions: [add_lead]", "api_allowed_functions: []"));
    assertThat(run.out()).contains("level 1 is enough").contains("modify_leads: 1 → 0");
  }

  @Test
  void noGroupsAtAllIsAnAnswerTo() throws IOException {
    Path users =
        Files.writeString(
            folder.resolve("users.yaml"),
            """
            accounts:
              - user: a1
                user_level: 8
                user_group: GONE
                api_list_restrict: 1
                vdc_agent_api_access: 1
                modify_leads: 1
            """);
    Path groups = Files.writeString(folder.resolve("groups.tsv"), "user_group\tgroup_name\n");
    assertThat(Cli.run("can", "a1", "add_lead", users.toString()).status()).isZero();
    Cli known = Cli.run("can", "a1", "add_lead", users.toString(), groups.toString());
    assertThat(known.out()).contains("user_group DOES NOT EXIST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"matrix", "matrix --pages"})
  void noAccountsMakeNoLine(String command) throws IOException {
    Path table = folder.resolve("vicidial_users.tsv");
    Files.writeString(table, "user\tuser_level\n");
    List<String> args = new ArrayList<>(List.of(command.split(" ")));
    args.addAll(List.of(table.toString(), "--format", "jsonl"));
    Cli run = Cli.run(args.toArray(String[]::new));
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void theBuildOfTheProfileHoldsForEveryCommand() throws IOException {
    Files.writeString(folder.resolve("vicilint.yaml"), "name: old\nbuild: '180331-1716'\n");
    Path accounts = Files.writeString(folder.resolve("accounts.yaml"), HEALTHY);
    assertThat(Cli.run("lint", accounts.toString()).out()).contains("on build 180331-1716");
    assertThat(Cli.run("can", "loader", "add_lead", accounts.toString()).out())
        .contains("on build 180331-1716");
    assertThat(Cli.run("matrix", folder.toString(), "--format", "csv").out())
        .doesNotContain("hopper_bulk_insert");
    assertThat(Cli.run("lint", accounts.toString(), "--build", "250720-1841").out())
        .contains("on build 250720-1841");
  }

  @Test
  void whatAProfileGetsWrongIsNeverClean() throws IOException {
    Files.writeString(folder.resolve("vicilint.yaml"), "name: x\nfail_onn: low\n");
    Path accounts = Files.writeString(folder.resolve("accounts.yaml"), HEALTHY);
    for (String[] args :
        new String[][] {
          {"lint", accounts.toString()},
          {"matrix", accounts.toString()},
          {"can", "loader", "add_lead", accounts.toString()},
          {"profile", accounts.toString()}
        }) {
      Cli run = Cli.run(args);
      assertThat(run.status()).as(args[0]).isEqualTo(3);
      assertThat(run.err()).contains("vicilint.yaml:2:1").contains("did you mean fail_on?");
    }
  }

  @Test
  void theLastOfARepeatedOptionHolds() throws IOException {
    assertThat(lint(HEALTHY, "--format", "json", "--format", "text").out())
        .contains("1 account checked");
  }

  @Test
  void notKnowingTheGroupsIsSaidOnce() throws IOException {
    String note = "no user groups were given";
    String groupless = HEALTHY.substring(0, HEALTHY.indexOf("groups:"));
    assertThat(lint(groupless).all()).containsOnlyOnce(note);
    assertThat(lint(HEALTHY).all()).doesNotContain(note);
    Path accounts = Files.writeString(folder.resolve("accounts.yaml"), groupless);
    Cli matrix = Cli.run("matrix", accounts.toString(), "--format", "jsonl");
    assertThat(matrix.err()).containsOnlyOnce(note);
    assertThat(matrix.out()).doesNotContain(note);
  }

  @Test
  void aBuildNewerThanTheCatalogIsSaid() throws IOException {
    assertThat(lint(HEALTHY, "--build", "991231-2359").out()).contains("newer than the newest");
  }

  private Cli lint(String yaml, String... more) throws IOException {
    Path accounts = Files.writeString(folder.resolve("accounts.yaml"), yaml);
    String[] args = new String[more.length + 2];
    args[0] = "lint";
    args[1] = accounts.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return Cli.run(args);
  }
}
