package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.testkit.Cli;

/** {@code vicilint report}: what does not need a browser to be seen. */
class ReportCommandTest {
  private static final String EXAMPLE = "examples/callcenter";
  private static final String[] DATED = {EXAMPLE, "--date", "2026-11-21"};

  @TempDir private Path folder;

  @Test
  void twoRunsAreEqualToTheByteAndSoIsLint() {
    String once = report().out();
    assertThat(once).isEqualTo(report().out()).endsWith("</html>\n");
    assertThat(Cli.run("lint", EXAMPLE, "--date", "2026-11-21", "--format", "html").out())
        .isEqualTo(once);
  }

  @Test
  void itSaysHowToMakeItAgain() throws IOException {
    Path spaced = Files.createDirectories(folder.resolve("our accounts"));
    Files.copy(Path.of(EXAMPLE, "accounts", "people.yaml"), spaced.resolve("people.yaml"));
    Cli run =
        Cli.run(
            "report",
            spaced.toString(),
            "--date",
            "2026-11-21",
            "--skip",
            "no-owner",
            "--build",
            "240703-1657");
    assertThat(run.out())
        .contains(
            "vicilint report &#39;"
                + spaced
                + "&#39; --skip no-owner --build 240703-1657 --date 2026-11-21 --output review.html")
        .contains("Decisions are those of build 240703-1657");
  }

  @Test
  void itTellsWhatChangedSinceABaseline() throws IOException {
    Path baseline = folder.resolve("known.json");
    Cli.run("baseline", EXAMPLE, "--date", "2026-11-21", "--output", baseline.toString());
    String page = Cli.run("report", EXAMPLE, "--baseline", baseline.toString()).out();
    assertThat(page)
        .contains("Since the baseline", "<b>0</b> new", "Clean.", "</b> known and still there");
    assertThat(report().out()).doesNotContain("Since the baseline");
  }

  @Test
  void whatCouldNotBeReadStandsOnTheFirstScreen() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "accounts:\n  - user_lvel: 9\n");
    Cli run = Cli.run("report", broken.toString());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("Incomplete.", "What could not be read", "broken.yaml</code>");
    assertThat(run.out()).doesNotContain("Clean.", "Passes.");
  }

  @Test
  void aTerminalGetsAHintInsteadOfAPage() {
    StringWriter err = new StringWriter();
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            true);
    assertThat(Main.run(List.of("report", EXAMPLE), streams)).isEqualTo(2);
    assertThat(err.toString()).contains("add --output review.html");
  }

  @Test
  void theReachOnItsPageTellsOfWhichBuildThePagesAreKnown() {
    String known = Cli.run("report", "examples/takeover/before", "--output", "-").out();
    assertThat(known)
        .contains(
            "<p class=\"soft\">pages: known of build 250720-1841, as asked of a running server")
        .doesNotContain("(likely), becomes");
    String other =
        Cli.run("report", "examples/takeover/before", "--output", "-", "--build", "240703-1657")
            .out();
    assertThat(other)
        .contains("<p class=\"note\">pages: known of build 250720-1841")
        .contains("</b> (likely), becomes");
  }

  @Test
  void theCardOfAnAccountThatIsKeptOutTellsWhatANewPasswordGives() {
    String estate =
        """
        accounts:
          - {user: hr_sync, kind: service, user_level: 8, api_only_user: 1, vdc_agent_api_access: 1, modify_users: 1, pass: "Ab !9x", functions: [update_user], api_allowed_functions: [update_user]}
          - {user: boss, kind: person, user_level: 8, api_allowed_functions: []}
        """;
    Cli run = Cli.runWith(estate, "report", "-", "--output", "-");
    assertThat(run.out())
        .containsPattern(
            "score <b>0</b>, becomes no other account; today its login is refused: with a password"
                + " that the login takes, score <b>\\d+</b>, becomes 1 other account up to level 8");
    String usable =
        Cli.runWith(estate.replace("Ab !9x", "Abx9x"), "report", "-", "--output", "-").out();
    assertThat(usable).doesNotContain("today its login is refused");
  }

  @Test
  void aTemplateOfOnesOwnStandsBeforeTheShippedOne() throws IOException {
    Files.writeString(
        folder.resolve("review-summary.ftlh"),
        "<#ftl output_format=\"HTML\"><p id=\"summary\">ACME: ${open} open in ${occasion.sources[0]}</p>");
    Files.writeString(folder.resolve("review.css"), "body { color: red; }\n\t/* a tab */");
    Cli run = reportWithTemplates();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("<p id=\"summary\">ACME: 26 open in examples/callcenter</p>")
        .contains("<style>body { color: red; }\n\t/* a tab */</style>")
        .contains("<h2 id=\"findings-title\">");
  }

  @ParameterizedTest
  @CsvSource({
    "review.ftlh, <#if open>, 'template review.ftlh:1:'",
    "review.ftlh, ${missing}, 'template review.ftlh:1:3: '",
    "review-summary.ftlh, x ${result.nothing}, 'template review-summary.ftlh:1:5: The following has evaluated to null or missing: result.nothing'",
    "review.js, 'a</script>', 'template review.js:1:0: </script would end it'",
    "review.ftlh, <#include \"../secret\">, 'template review.ftlh:1:'"
  })
  void aMistakeInATemplateIsToldWithItsPlace(String name, String text, String message)
      throws IOException {
    Files.writeString(folder.resolve(name), text);
    Path page = folder.resolve("review.html");
    Cli run =
        Cli.run("report", EXAMPLE, "--templates", folder.toString(), "--output", page.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(message).doesNotContain("\tat ");
    assertThat(page).doesNotExist();
  }

  @Test
  void aTemplateCannotReachTheMachine() throws IOException {
    Files.writeString(
        folder.resolve("review.ftlh"), "${\"freemarker.template.utility.Execute\"?new()(\"id\")}");
    Cli run = reportWithTemplates();
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aFolderOfTemplatesThatIsNotThereIsWrongUsage() {
    Cli run = Cli.run("report", EXAMPLE, "--templates", "no-such-folder");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--templates takes a folder");
  }

  private static Cli report() {
    return Cli.run("report", DATED[0], DATED[1], DATED[2]);
  }

  private Cli reportWithTemplates() {
    return Cli.run("report", EXAMPLE, "--templates", folder.toString());
  }

  @Test
  void itIsWrittenInOtherFormatsTooAndToSeveralFiles() throws IOException {
    Path page = folder.resolve("a.html");
    Path json = folder.resolve("b.json");
    Cli run = Cli.run("report", EXAMPLE, "--output", page.toString(), "--output", json.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(page).content().startsWith("<!DOCTYPE html>");
    assertThat(json).content().startsWith("{");
    assertThat(Cli.run("report", EXAMPLE, "--output", "-:text").out()).contains("accounts checked");
  }

  @Test
  void aPageOfAThousandStaysSmallAndSaysWhatItLeavesOut() throws IOException {
    StringBuilder accounts = new StringBuilder("accounts:\n");
    for (int i = 0; i < 1000; i++) {
      accounts.append(
          """
            - user: integration_no_%05d
              kind: service
              owner: somebody-with-a-long-address@example.com
              purpose: does what programs do, and is written down in a sentence of some length
              functions: [add_lead, update_lead, lead_search, list_info, campaigns_list]
              user_level: 9
              vdc_agent_api_access: 1
              view_reports: 1
              modify_users: 1
              delete_users: 1
              modify_leads: 1
              modify_lists: 1
              delete_lists: 1
              modify_campaigns: 1
              ast_admin_access: 1
          """
              .formatted(i));
    }
    Path file = Files.writeString(folder.resolve("many.yaml"), accounts.toString());
    Cli run = Cli.run("report", file.toString(), "--date", "2026-11-21");
    assertThat(run.out().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(5_000_000);
    assertThat(Pattern.compile("class=\"account ").matcher(run.out()).results().count())
        .isEqualTo(1000);
    assertThat(run.out()).contains("Not all are shown.", "(which, the matrix tells)");
    // No link leads to what is not there.
    Set<String> ids = matches(run.out(), "id=\"([^\"]+)\"");
    assertThat(matches(run.out(), "href=\"#([^\"]+)\"")).isSubsetOf(ids);
  }

  @Test
  void noTwoElementsHaveOneId() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("ids.yaml"),
            "accounts:\n  - user: list\n  - user: rows\n  - user: table\n");
    Path profile = Files.writeString(folder.resolve("p.yaml"), "waivers:\n" + WAIVER.repeat(2));
    String page = Cli.run("report", file.toString(), "--profile", profile.toString()).out();
    List<String> ids =
        Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().map(m -> m.group(1)).toList();
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(10);
  }

  private static final String WAIVER =
      "  - {rule: no-owner, account: nobody, reason: r, owner: o, expires: 2030-01-01}\n";

  private static Set<String> matches(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toSet());
  }
}
