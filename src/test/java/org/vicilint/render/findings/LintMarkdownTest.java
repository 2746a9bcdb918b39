package org.vicilint.render.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicilint.testkit.LintResults.PLACE;
import static org.vicilint.testkit.LintResults.finding;
import static org.vicilint.testkit.LintResults.result;
import static org.vicilint.testkit.LintResults.run;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Evidence;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;
import org.vicilint.model.Change;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;

@Tag("slow")
final class LintMarkdownTest {

  private static String written(LintResult result) throws IOException {
    StringWriter out = new StringWriter();
    LintMarkdown.write(out, result);
    return out.toString();
  }

  @Test
  void isATableAndTheChanges() throws IOException {
    List<Finding> findings =
        List.of(
            finding(Severity.LOW, "a", "small"),
            finding(Severity.HIGH, "b", "big"),
            finding(Severity.HIGH, "c", "old").with(Status.WAIVED, "agreed"),
            finding(Severity.HIGH, "d", "old").with(Status.BASELINED, "known"));
    List<Problem> problems = List.of(new Problem(SourceLocation.of("x.csv"), "empty", "fill it"));

    assertThat(written(result(findings, problems, List.of("1. build"))))
        .isEqualTo(
            """
            ## vicilint: 2 findings

            0 accounts checked: 2 findings (1 high, 1 low), 1 waived, 1 baselined, \
            1 problem while reading.

            Build BUILD (Agent API AGENT), profile <code>default</code>.

            | Severity | Rule | Account | What | Where |
            | --- | --- | --- | --- | --- |
            | high | <code>not-api-only</code> | <code>b</code> | big | <code>users.yaml:3:5</code> |
            | low | <code>not-api-only</code> | <code>a</code> | small | <code>users.yaml:3:5</code> |

            ### What to change

            <details><summary><code>b</code></summary>

            - <code>api&#95;only&#95;user</code>: <code>0</code> → <code>1</code> (not-api-only)

            </details>

            <details><summary><code>a</code></summary>

            - <code>api&#95;only&#95;user</code>: <code>0</code> → <code>1</code> (not-api-only)

            </details>


            ### What could not be read

            - <code>x.csv</code>: empty (fill it)

            ### Notes

            - note: 1. build
            """
                .replace("BUILD", run().access().builds().nonAgent().toString())
                .replace("AGENT", run().access().builds().agent().toString()));
  }

  @Test
  void ofNothingIsShort() throws IOException {
    assertThat(written(result(List.of(), List.of(), List.of())))
        .startsWith("## vicilint: no findings\n\n0 accounts checked: no findings.\n")
        .doesNotContain("###", "| ");
    assertThat(written(result(List.of(), List.of(new Problem(PLACE, "odd", "")), List.of())))
        .startsWith("## vicilint: no findings in what could be read\n");
  }

  @Test
  void namesAreOnlyText() throws IOException {
    String evil =
        "x|\n\n# y\r`z`</details><script>@team #1 !2 [a](b) *b* _i_ ~s~ :tada: http://e.org"
            + " www.e.org a@e.org \\| &amp; <!-- \u202e";
    Finding finding =
        Finding.of(
            "not-api-only",
            Severity.LOW,
            Confidence.LIKELY,
            evil,
            new SourceLocation(evil, 1, 1),
            evil,
            List.of(new Evidence(evil, evil, PLACE)),
            List.of(new Change(evil, evil, evil)));
    Problem problem = new Problem(new SourceLocation(evil, 1, 1), evil, evil);
    String text = written(result(List.of(finding), List.of(problem), List.of(evil)));
    String ours =
        text.replaceAll("</?(code|details|summary)>|<!-- -->|&#[0-9]+;", "")
            .replace("| --- | --- | --- | --- | --- |", "")
            .replaceAll("(?m)^#+ ", "");

    assertThat(ours)
        .doesNotContain("<", ">", "&", "`", "*", "[", "]", "@", "#", "~", "!", "\\", "://")
        .doesNotContain("www.", "\r", "\u202e");
    assertThat(text).contains("&#64;<!-- -->team").contains("&#35;<!-- -->1");
    assertThat(text.split("<details>", -1)).hasSize(2);
    assertThat(text.split("</details>", -1)).hasSize(2);
    // Every row has the five cells that it ought to have.
    assertThat(text.lines().filter(l -> l.startsWith("|")))
        .hasSize(3)
        .allMatch(l -> l.chars().filter(c -> c == '|').count() == 6);
  }

  @Test
  void countsWhatDoesNotFit() throws IOException {
    List<Finding> findings =
        IntStream.range(0, 3000)
            .mapToObj(
                i -> finding(i == 2999 ? Severity.HIGH : Severity.LOW, "user" + i, "@".repeat(i)))
            .toList();
    List<Problem> problems =
        IntStream.range(0, 3000).mapToObj(i -> new Problem(PLACE, "odd " + i, "")).toList();
    List<String> notes = IntStream.range(0, 3000).mapToObj(i -> "note " + i).toList();
    String text = written(result(findings, problems, notes));
    long rows = text.lines().filter(l -> l.startsWith("| low") || l.startsWith("| high")).count();
    long accounts = text.lines().filter(l -> l.startsWith("<details>")).count();
    long listed = text.lines().filter(l -> l.contains(": odd ")).count();

    assertThat(text).hasSizeLessThanOrEqualTo(60_000);
    assertThat(rows).isPositive();
    assertThat(accounts).isPositive();
    assertThat(text)
        .contains("**" + (3000 - rows) + " more findings left out")
        .contains("**" + (3000 - accounts) + " more accounts left out")
        .contains("**" + (3000 - listed) + " more problems left out")
        .contains("more notes left out")
        .contains("| high | <code>not-api-only</code> | <code>user2999</code> |");
  }

  @Test
  void aHostileAccountDoesNotKeepOutTheOthers() throws IOException {
    String huge = "@".repeat(1200);
    Finding evil =
        Finding.of(
            "not-api-only",
            Severity.CRITICAL,
            Confidence.CERTAIN,
            huge,
            PLACE,
            huge,
            List.of(new Evidence("a", huge, PLACE)),
            List.of(new Change(huge, huge, huge), new Change(huge, huge, huge)));
    String text =
        written(result(List.of(evil, finding(Severity.LOW, "crm", "m")), List.of(), List.of()));

    assertThat(text).hasSizeLessThanOrEqualTo(60_000);
    assertThat(text).contains("<details><summary><code>crm</code>");
    assertThat(text).contains("**1 more account left out");
  }

  @Test
  void hasEveryOpenFindingOfARun() throws IOException {
    LintResult run = run();

    assertThat(written(run).lines().filter(l -> l.startsWith("| ") && l.contains("<code>")))
        .hasSize((int) run.count(Status.OPEN));
    assertThat(written(run())).isEqualTo(written(run));
  }
}
