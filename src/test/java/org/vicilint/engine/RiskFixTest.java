package org.vicilint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Evidence;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;
import org.vicilint.model.Change;
import org.vicilint.testkit.LintResults;

/** The changes that remove most risk. */
class RiskFixTest {
  private static final Change LEVEL = new Change("user_level", "9", "7");
  private static final Change BOX = new Change("api_only_user", "0", "1");

  @Test
  void aFixCountsTheFindingsThatAskForItsColumnsAndNoOther() {
    Finding level = finding("a", "level-above-need", Severity.HIGH, LEVEL);
    Finding both = finding("a", "not-api-only", Severity.CRITICAL, LEVEL, BOX);
    Finding other = finding("b", "not-api-only", Severity.MEDIUM, BOX);
    List<RiskFix> fixes = RiskFix.best(List.of(level, both, other), 5);
    assertThat(fixes).extracting(RiskFix::user).containsExactly("a", "b");
    assertThat(fixes.get(0).score()).isEqualTo(70);
    assertThat(fixes.get(0).changes()).containsExactlyInAnyOrder(LEVEL, BOX);
    assertThat(fixes.get(0).findings()).containsExactlyInAnyOrder(level, both);
    assertThat(fixes.get(1).score()).isEqualTo(5);
  }

  @Test
  void whatAnEarlierFixRemovedCountsOnce() {
    Finding level = finding("a", "level-above-need", Severity.HIGH, LEVEL);
    Finding box = finding("a", "not-api-only", Severity.MEDIUM, BOX);
    List<RiskFix> fixes = RiskFix.best(List.of(level, box), 5);
    assertThat(fixes).extracting(RiskFix::score).containsExactly(20, 5);
    assertThat(fixes.stream().mapToInt(RiskFix::score).sum())
        .isEqualTo(RiskScore.of(List.of(level, box)));
  }

  @Test
  void findingsThatDoNotCountOrAskForNothingAreNoFix() {
    Finding waived = finding("a", "x", Severity.HIGH, LEVEL).with(Status.WAIVED, "known");
    Finding nothing = finding("b", "y", Severity.HIGH);
    Finding info = finding("c", "z", Severity.INFO, BOX);
    assertThat(RiskFix.best(List.of(waived, nothing, info), 5)).isEmpty();
  }

  @Test
  void twoFindingsOnTheListLeaveWhatBothLeave() {
    String from = " add_lead sounds_list vm_list ";
    Finding one = finding("a", "x", Severity.HIGH, list(from, " add_lead sounds_list "));
    Finding other = finding("a", "y", Severity.HIGH, list(from, " add_lead vm_list "));
    Finding choice = finding("a", "z", Severity.HIGH, list(from, "(what it needs)"));
    assertThat(RiskFix.best(List.of(one, other, choice), 1))
        .singleElement()
        .satisfies(fix -> assertThat(fix.changes()).containsExactly(list(from, " add_lead ")));
  }

  @Test
  void theOrderOfFindingsChangesNothing() {
    List<Finding> findings =
        List.of(
            finding("a", "x", Severity.HIGH, LEVEL),
            finding("b", "x", Severity.HIGH, LEVEL),
            finding("b", "y", Severity.HIGH, BOX),
            finding("c", "y", Severity.LOW, BOX));
    List<Finding> reversed = new ArrayList<>(findings);
    Collections.reverse(reversed);
    assertThat(RiskFix.best(reversed, 3)).isEqualTo(RiskFix.best(findings, 3)).hasSize(3);
  }

  private static Change list(String from, String to) {
    return new Change("api_allowed_functions", from, to);
  }

  private static Finding finding(String user, String rule, Severity severity, Change... changes) {
    return Finding.of(
        rule,
        severity,
        Confidence.CERTAIN,
        user,
        LintResults.PLACE,
        "message",
        List.of(new Evidence("user_level", "9", LintResults.PLACE)),
        List.of(changes));
  }
}
