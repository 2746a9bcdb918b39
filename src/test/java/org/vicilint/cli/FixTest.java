package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.definition.DefinitionYaml;
import org.vicilint.model.Account;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.RandomAccounts;

/** {@code vicilint fix}. */
class FixTest {
  private static final String DAY = "2026-11-21";

  private static final String LOADER =
      """
      # Who loads leads.
      accounts:
        - user: loader          # nightly
          kind: service
          functions: [add_lead]
          user_level: 9         # was needed once

          user_group: LOADER
          vdc_agent_api_access: 1
          modify_users: "1"
          modify_leads: 1
          api_list_restrict: 1
      groups:
        - user_group: LOADER
          allowed_campaigns: [OUTBND]
      """;

  private static final String MENDED =
      """
      # Who loads leads.
      accounts:
        - user: loader          # nightly
          kind: service
          functions: [add_lead]
          user_level: 8         # was needed once

          user_group: LOADER
          vdc_agent_api_access: 1
          modify_users: "0"
          modify_leads: 1
          api_list_restrict: 1
          api_only_user: 1
          api_allowed_functions: [add_lead]
      groups:
        - user_group: LOADER
          allowed_campaigns: [OUTBND]
      """;

  @TempDir private Path folder;

  @Test
  void takesAwayWhatIsNotNeededAndTouchesNothingElse() throws IOException {
    Path file = file("loader.yaml", LOADER);
    Cli run = fix(file);
    assertThat(run.status()).as(run.all()).isZero();
    assertThat(lines(file)).containsExactlyInAnyOrderElementsOf(MENDED.lines().toList());
    assertThat(run.out())
        .startsWith("loader  " + file + ":3:5  all-functions-grant, level-above-need,")
        .contains("    user_level: 9 → 8\n")
        .contains("    api_allowed_functions: \" ALL_FUNCTIONS \" → \" add_lead \"\n");
    String once = Files.readString(file);
    Cli again = fix(file);
    assertThat(again.out()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(once);
    assertThat(Cli.run("lint", file.toString(), "--date", DAY).out())
        .doesNotContain("level-above-need", "unneeded-flag", "not-api-only");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aDryRunShowsADiffAndChangesNothing() throws IOException {
    Path file = file("loader.yaml", LOADER);
    Cli run = fix(file, "--dry-run");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("--- " + file + "\n+++ " + file + "\n@@ ")
        .contains("-    user_level: 9         # was needed once\n")
        .contains("+    user_level: 8         # was needed once\n");
    assertThat(file).hasContent(LOADER);
  }

  @Test
  void theRulesOfTheRunDecide() throws IOException {
    Path file = file("loader.yaml", LOADER);
    fix(file, "--only", "level-above-need");
    assertThat(file).hasContent(LOADER.replace("user_level: 9", "user_level: 8"));
  }

  @Test
  void waivedAndKnownFindingsAreLeftAlone() throws IOException {
    String waived =
        LOADER.replace(
            "# nightly", "# vicilint: waive level-above-need until 2027-01-31 -- ops: test");
    Path file = file("loader.yaml", waived);
    Path baseline = folder.resolve("known.json");
    Cli.run(
        "baseline", file.toString(), "--only", "unneeded-flag", "--output", baseline.toString());
    Cli run = fix(file, "--baseline", baseline.toString());
    assertThat(run.status()).as(run.all()).isZero();
    assertThat(Files.readString(file))
        .contains("user_level: 9 ", "modify_users: \"1\"", "api_only_user: 1");
  }

  @Test
  void whatMayBreakAnIntegrationNeedsToBeAskedFor() throws IOException {
    String text =
        """
        accounts:
          - user: board
            kind: service
            functions: [campaigns_list]
            user_level: 7
            vdc_agent_api_access: 1
            view_reports: 1
            api_only_user: 1
            api_allowed_functions: [campaigns_list]
        """;
    Path file = file("board.yaml", text);
    Cli careful = fix(file);
    assertThat(careful.status()).isZero();
    assertThat(careful.err())
        .contains("left, it gives a level: --unsafe does it: broken-grant of board")
        .contains(
            "left, a person has to choose: api-only-still-opens-pages of board; no-owner of board; "
                + "no-purpose of\nboard");
    assertThat(file).hasContent(text);
    fix(file, "--unsafe");
    assertThat(file).hasContent(text.replace("user_level: 7", "user_level: 8"));
  }

  @Test
  void exportsGetStatements() throws IOException {
    Path file =
        file(
            "vicidial_users.tsv",
            "user\tuser_level\tapi_only_user\tvdc_agent_api_access\tview_reports\tapi_allowed_functions\n"
                + "wall'board\t9\t1\t1\t1\t agent_status \n");
    Cli run = fix(file);
    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out())
        .contains("-- level-above-need (likely): wall'board has level 9; level 7 is enough")
        .endsWith("UPDATE vicidial_users SET user_level='7' WHERE user='wall''board';\n");
    Path sql = folder.resolve("fixes.sql");
    assertThat(fix(file, "--output", sql.toString()).out()).isEmpty();
    assertThat(sql).hasContent(run.out());
    Files.writeString(file, Files.readString(file).replace("\t9\t", "\t7\t"));
    assertThat(fix(file, "--output", sql.toString()).status()).isZero();
    assertThat(sql).hasContent("-- nothing to change\n");
  }

  @Test
  void likelyFindingsAreNotMendedUnlessAskedFor() throws IOException {
    Path file =
        file(
            "vicidial_users.tsv",
            "user\tuser_level\tvdc_agent_api_access\tview_reports\tapi_allowed_functions\n"
                + "boss\t9\t1\t1\t agent_status \n");
    Cli run = fix(file);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("what uses the account is only inferred: --unsafe does it");
    assertThat(fix(file, "--unsafe").out()).contains("SET user_level='7'");
  }

  @Test
  void whatCannotBeWrittenIsToldAndFailsTheRun() throws IOException {
    Path json =
        file(
            "a.json",
            "{\"accounts\": [{\"user\": \"a\", \"kind\": \"service\", \"functions\": [], \"user_level\": 9}]}");
    Cli run = fix(json);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("not changed: a at " + json);
    Cli stdin = Cli.runWith(LOADER, "fix", "-", "--date", DAY);
    assertThat(stdin.status()).isEqualTo(1);
    assertThat(stdin.err()).contains("it came from standard input");
    Path alias =
        file(
            "b.yaml",
            """
            accounts:
              - user: one
                kind: service
                functions: [agent_status]
                user_level: &level 9
              - user: two
                kind: person
                user_level: *level
            """);
    Cli repeated = fix(alias);
    assertThat(repeated.status()).isEqualTo(1);
    assertThat(repeated.err()).contains("its user_level is repeated elsewhere");
    assertThat(Files.readString(alias)).contains("&level 9");
  }

  @Test
  void aSecondRunFindsNothingLeftOfWhatWasRepeated() throws IOException {
    String account =
        """
          - user: %s
            kind: service
            functions: [agent_status]
            user_level: %s
            api_only_user: 1
            vdc_agent_api_access: 1
            view_reports: 1
            api_allowed_functions: [agent_status]
        """;
    Path file =
        file(
            "a.yaml",
            "accounts:\n" + account.formatted("a", "&lvl 9") + account.formatted("b", "*lvl"));
    Cli run = fix(file);
    assertThat(run.status()).as(run.all()).isZero();
    assertThat(file)
        .hasContent("accounts:\n" + account.formatted("a", "7") + account.formatted("b", "7"));
    assertThat(fix(file).out()).isEmpty();
  }

  @Test
  void aFileWithProblemsIsNotChanged() throws IOException {
    String text = LOADER.replace("modify_leads: 1", "modify_leeds: 1");
    Path file = file("loader.yaml", text);
    Cli run = fix(file);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err().replaceAll("\\s+", " "))
        .contains(
            "not changed: loader at %s:3:5: the file has a problem in line 11, fix it first: modify_leeds"
                .formatted(file));
    assertThat(file).hasContent(text);
  }

  @Test
  void manyAccountsAreToldInOneLine() throws IOException {
    StringBuilder text = new StringBuilder("accounts:\n");
    for (int i = 10; i < 40; i++) {
      text.append("  - {user: sv%d, kind: service, functions: [agent_status]}\n".formatted(i));
    }
    Cli left = fix(file("many.yaml", text.toString()));
    assertThat(left.err().replaceAll("\\s+", " "))
        .contains("no-owner of sv10, sv11, sv12, sv13, sv14, sv15, sv16 and 23 more;")
        .doesNotContain("sv17");
    Cli refused = fix(file("many.yaml", text + "  - {user: x, modify_leeds: 1}\n"));
    assertThat(refused.err().replaceAll("\\s+", " "))
        .contains("sv16 and 23 more in " + folder)
        .containsOnlyOnce("the file has a problem in line 32, fix it first");
  }

  @Test
  void whenAFileChangesAfterItWasReadNoneIsWritten() throws IOException {
    Path first = file("a.yaml", LOADER);
    Path second = file("b.yaml", LOADER.replace("user: loader", "user: other"));
    String theirs = Files.readString(second) + "# somebody else's\n";
    StringWriter told = new StringWriter();
    Writer err =
        new FilterWriter(told) {
          @Override
          public void write(String text, int from, int length) throws IOException {
            // What is told first is told of what was read; nothing has been mended yet.
            Files.writeString(second, theirs);
            super.write(text, from, length);
          }
        };
    List<String> args = List.of("fix", first.toString(), second.toString(), "--date", DAY);
    int status =
        Main.run(
            args,
            new Streams(
                InputStream.nullInputStream(),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(err),
                false));
    assertThat(status).isEqualTo(2);
    assertThat(told.toString())
        .containsOnlyOnce(second + " changed while vicilint worked; nothing was changed");
    assertThat(first).hasContent(LOADER);
    assertThat(second).hasContent(theirs);
  }

  @Test
  void noPasswordAndNoControlCharacterIsInADiff() throws IOException {
    Path file =
        file(
            "loader.yaml",
            LOADER.replace("# was needed once", "# \u202e was\n    pass: hunter2secret"));
    Cli run = fix(file, "--dry-run");
    assertThat(run.out()).contains("-    user_level: 9         # \\u202e was");
    assertThat(run.all()).doesNotContain("hunter2secret", "\u202e");
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void afterAFixLintFindsNothingThatCouldBeFixed(
      @ForAll("estates") List<Account> accounts, @ForAll boolean unsafe) throws IOException {
    Path file = Files.createTempFile("estate", ".yaml");
    try {
      Files.writeString(file, DefinitionYaml.of(accounts));
      String[] more = unsafe ? new String[] {"--unsafe"} : new String[0];
      assertThat(fix(file, more).status()).isZero();
      String once = Files.readString(file);
      Cli again = fix(file, more);
      assertThat(again.out()).isEmpty();
      assertThat(Files.readString(file)).isEqualTo(once);
      if (unsafe) {
        assertThat(again.err()).doesNotContain("--unsafe does it");
      }
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<List<Account>> estates() {
    return RandomAccounts.estates();
  }

  private static Cli fix(Path file, String... more) {
    Stream<String> args = Stream.of("fix", file.toString(), "--date", DAY);
    return Cli.run(Stream.concat(args, Arrays.stream(more)).toArray(String[]::new));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file);
  }
}
