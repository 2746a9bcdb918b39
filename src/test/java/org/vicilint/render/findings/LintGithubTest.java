package org.vicilint.render.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicilint.testkit.LintResults.PLACE;
import static org.vicilint.testkit.LintResults.finding;
import static org.vicilint.testkit.LintResults.result;
import static org.vicilint.testkit.LintResults.run;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
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

final class LintGithubTest {

  private static String written(LintResult result) throws IOException {
    StringWriter out = new StringWriter();
    LintGithub.write(out, result);
    return out.toString();
  }

  @Test
  void isOneCommandAFinding() throws IOException {
    List<Finding> findings =
        List.of(
            finding(Severity.INFO, "a", "info"),
            finding(Severity.LOW, "a", "low"),
            finding(Severity.MEDIUM, "b", "medium"),
            finding(Severity.HIGH, "b", "high"),
            finding(Severity.CRITICAL, "c", "critical"),
            finding(Severity.CRITICAL, "d", "old").with(Status.WAIVED, "agreed: 100%"),
            finding(Severity.CRITICAL, "e", "old").with(Status.BASELINED, ""));
    String at = " file=users.yaml,line=3,col=5,title=not-api-only (";
    String fix = "%0Afix: api_only_user: 0 → 1\n";

    assertThat(written(result(findings, List.of(), List.of())))
        .isEqualTo(
            "::error"
                + at
                + "critical)::c: critical"
                + fix
                + "::error"
                + at
                + "high)::b: high"
                + fix
                + "::warning"
                + at
                + "medium)::b: medium"
                + fix
                + "::notice"
                + at
                + "low)::a: low"
                + fix
                + "::notice"
                + at
                + "info)::a: info"
                + fix
                + "::notice"
                + at
                + "critical)::d: old%0Awaived: agreed: 100%25\n"
                + "::notice"
                + at
                + "critical)::e: old%0Abaselined\n"
                + "::notice title=vicilint::0 accounts checked: 5 findings (1 critical, 1 high,"
                + " 1 medium, 1 low, 1 info), 1 waived, 1 baselined\n");
  }

  @Test
  void putsProblemsFirst() throws IOException {
    List<Problem> problems =
        List.of(
            new Problem(new SourceLocation("./a,b:c%.csv", 7, 0), "not\n::error::", "see\r\nhere"),
            new Problem(SourceLocation.of("-"), "empty", ""));

    assertThat(written(result(List.of(), problems, List.of())))
        .isEqualTo(
            "::error file=a%2Cb%3Ac%25.csv,line=7,title=vicilint%3A incomplete::"
                + "not\\n::error::%0Ahint: see\\r\\nhere\n"
                + "::error title=vicilint%3A incomplete::empty\n"
                + "::notice title=vicilint::0 accounts checked: no findings in what could be read,"
                + " 2 problems while reading\n");
  }

  @Test
  void saysThatThereIsNothing() throws IOException {
    assertThat(written(result(List.of(), List.of(), List.of())))
        .isEqualTo("::notice title=vicilint::0 accounts checked: no findings\n");
  }

  @Test
  void namesCannotGiveCommands() throws IOException {
    String evil = "\n::error::x\r::stop-commands::y\u2028%0A::warning::\u001b[31m";
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
    String text =
        written(
            result(
                List.of(finding, finding.with(Status.WAIVED, evil)),
                List.of(new Problem(new SourceLocation(evil, 1, 1), evil, evil)),
                List.of(evil)));

    assertThat(text).doesNotContain("\r", "\u2028", "\u001b");
    assertThat(text.lines()).hasSize(4).allMatch(l -> l.matches("::(error|notice) .*"));
    assertThat(text.lines().limit(3))
        .allMatch(l -> l.matches("::[a-z]+ file=[^:,]*,line=1,col=1,title=[^:,]*::.*"));
    // What stood there as an escape is still the text that it was.
    assertThat(text).contains("%250A").contains("(low%2C likely)");
  }

  @Test
  void hasEveryFindingOfARun() throws IOException {
    LintResult run = run();
    List<String> lines = new ArrayList<>(written(run).lines().toList());

    assertThat(run.findings()).hasSizeGreaterThan(4);
    assertThat(lines).hasSize((int) run.findings().tally().total() + run.problems().size() + 1);
    assertThat(lines.get(lines.size() - 1)).startsWith("::notice title=vicilint::2 accounts");
    assertThat(written(run())).isEqualTo(written(run));
  }
}
