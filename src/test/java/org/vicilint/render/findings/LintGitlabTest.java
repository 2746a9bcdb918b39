package org.vicilint.render.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicilint.testkit.LintResults.finding;
import static org.vicilint.testkit.LintResults.result;
import static org.vicilint.testkit.LintResults.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;

final class LintGitlabTest {

  private static String written(LintResult result) throws IOException {
    StringWriter out = new StringWriter();
    LintGitlab.write(out, result);
    return out.toString();
  }

  private static List<String> texts(LintResult result, String pointer) throws IOException {
    List<String> texts = new ArrayList<>();
    for (JsonNode issue : new ObjectMapper().readTree(written(result))) {
      texts.add(issue.at(pointer).asText());
    }
    return texts;
  }

  @Test
  void isOneIssueAFinding() throws IOException {
    Finding finding = finding(Severity.HIGH, "crm", "may use screens");

    assertThat(written(result(List.of(finding), List.of(), List.of())))
        .isEqualTo(
            """
            [ {
              "description" : "crm: may use screens",
              "check_name" : "not-api-only",
              "fingerprint" : "%s",
              "severity" : "critical",
              "location" : {
                "path" : "users.yaml",
                "lines" : {
                  "begin" : 3
                }
              }
            } ]
            """
                .formatted(finding.fingerprint()));
    assertThat(written(result(List.of(), List.of(), List.of()))).isEqualTo("[ ]\n");
  }

  @Test
  void hasGitlabsSeverities() throws IOException {
    List<Finding> findings =
        List.of(Severity.values()).stream()
            .map(s -> finding(s, "user" + s.ordinal(), "m"))
            .toList();

    assertThat(texts(result(findings, List.of(), List.of()), "/severity"))
        .containsExactly("blocker", "critical", "major", "minor", "info");
  }

  @Test
  void leavesOutWhatDoesNotCount() throws IOException {
    Finding finding = finding(Severity.HIGH, "crm", "m");
    List<Finding> closed =
        List.of(finding.with(Status.WAIVED, "agreed"), finding.with(Status.BASELINED, "known"));

    assertThat(written(result(closed, List.of(), List.of()))).isEqualTo("[ ]\n");
  }

  @Test
  void noTwoIssuesShareAFingerprint() throws IOException {
    Finding finding = finding(Severity.HIGH, "crm", "m");
    Problem problem = new Problem(SourceLocation.of("./x.csv"), "empty", "");
    LintResult result =
        result(List.of(finding, finding, finding), List.of(problem, problem), List.of());
    String print = finding.fingerprint();

    assertThat(texts(result, "/fingerprint"))
        .doesNotHaveDuplicates()
        .endsWith(print, print + "-2", print + "-3");
    assertThat(texts(result, "/check_name")).startsWith("incomplete", "incomplete");
    assertThat(texts(result, "/severity")).startsWith("blocker", "blocker");
    assertThat(texts(result, "/location/path")).startsWith("x.csv", "x.csv");
    assertThat(texts(result, "/location/lines/begin")).startsWith("1", "1");
  }

  @Test
  void problemsAreToldApartByPlaceAndReason() throws IOException {
    SourceLocation other = new SourceLocation("x.csv", 2, 0);
    List<Problem> problems =
        List.of(
            new Problem(SourceLocation.of("x.csv"), "empty", ""),
            new Problem(SourceLocation.of("x.csv"), "odd", ""),
            new Problem(other, "empty", ""));
    LintResult result = result(List.of(), problems, List.of());

    assertThat(texts(result, "/fingerprint")).doesNotHaveDuplicates().allMatch(f -> !f.isEmpty());
    assertThat(texts(result, "/fingerprint")).isEqualTo(texts(result, "/fingerprint"));
  }

  @Test
  void namesAreOnlyText() throws IOException {
    Finding finding = finding(Severity.LOW, "\"}]\n<script>\u202e@team", "=cmd|\u2028");
    LintResult result = result(List.of(finding), List.of(), List.of());

    assertThat(written(result)).isASCII();
    assertThat(texts(result, "/description"))
        .containsExactly("\"}]\\n<script>\\u202e@team: =cmd|\\u2028");
  }

  @Test
  void hasTheFingerprintsOfTheRun() throws IOException {
    LintResult run = run();

    assertThat(texts(run, "/fingerprint"))
        .isNotEmpty()
        .containsExactlyElementsOf(
            run.findings().stream().filter(Finding::open).map(Finding::fingerprint).toList());
  }
}
