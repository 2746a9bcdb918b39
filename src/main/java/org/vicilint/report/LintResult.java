package org.vicilint.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.model.Estate;
import org.vicilint.model.Problem;
import org.vicilint.rule.AuditedAccount;
import org.vicilint.rule.RulePage;

/**
 * What a lint run found, for every renderer.
 *
 * @param estate what was read
 * @param access the evaluator that was asked
 * @param accounts the accounts as the rules saw them, in the estate's order
 * @param findings in the order of {@link Finding#ORDER}
 * @param pages the pages of the rules that ran, by id
 * @param profile the name of the profile
 * @param failOn findings at this level or above fail the run; null for never
 * @param notes what must be known to read the result, for instance of the build
 * @param version vicilint's own version
 */
public record LintResult(
    Estate estate,
    AccessEvaluator access,
    List<AuditedAccount> accounts,
    List<Finding> findings,
    Map<String, RulePage> pages,
    String profile,
    Severity failOn,
    List<String> notes,
    String version) {

  /** How many findings there are of each severity. */
  public Map<Severity, Long> counts() {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, findings.stream().filter(f -> f.severity() == severity).count());
    }
    return counts;
  }

  /** Whether everything could be read. */
  public boolean complete() {
    return estate.problems().isEmpty();
  }

  /** Whether a finding reaches the level that fails the run. */
  public boolean failed() {
    return failOn != null && findings.stream().anyMatch(f -> f.severity().atLeast(failOn));
  }

  /** What could not be read. */
  public List<Problem> problems() {
    return estate.problems();
  }
}
