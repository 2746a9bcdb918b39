package org.vicilint.engine;

import java.util.List;
import java.util.Map;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.finding.Findings;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;
import org.vicilint.model.Estate;
import org.vicilint.model.Problem;
import org.vicilint.profile.Baseline;
import org.vicilint.profile.Profile;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.RulePage;

/**
 * The result of a lint run, for every renderer.
 *
 * @param estate the estate as read
 * @param access the evaluator of the run
 * @param accounts the accounts as the rules saw them, by login; each access makes a new object
 * @param findings the findings, including waived and known ones
 * @param gone the entries of the baseline that this run did not find
 * @param pages the pages of the rules that ran, by id
 * @param skipped the ids of the rules that did not run, in their order
 * @param waiting the ids of the skipped rules that need more of the API log; the notes say what
 *     they need
 * @param profile the effective profile
 * @param failOn findings at this level or above fail the run; null for never
 * @param problems what could not be read, of the estate or of anything else
 * @param notes what must be known to read the result, for instance of the build
 * @param occasion how the run was made
 */
public record LintResult(
    Estate estate,
    AccessEvaluator access,
    List<AuditedAccount> accounts,
    Findings findings,
    List<Baseline.Entry> gone,
    Map<String, RulePage> pages,
    List<String> skipped,
    List<String> waiting,
    Profile profile,
    Severity failOn,
    List<Problem> problems,
    List<String> notes,
    RunMetadata occasion) {

  /** Returns the number of open findings of each severity. */
  public Map<Severity, Long> counts() {
    return findings.tally().open();
  }

  /** Whether everything could be read. */
  public boolean complete() {
    return problems.isEmpty();
  }

  /** Whether some value of the profile could not be read, so that another one holds. */
  public boolean profileInPart() {
    return problems.stream().anyMatch(p -> profile.files().contains(p.place().source()));
  }

  /** Returns the name of the profile, with a remark on values that could not be read. */
  public String profileName() {
    return profile.name() + (profileInPart() ? ", read only in part" : "");
  }

  /** Whether a finding reaches the level that fails the run. */
  public boolean failed() {
    return failOn != null && findings.tally().anyOpen(failOn);
  }

  /** Returns the number of findings with a status. */
  public long count(Status status) {
    return findings.tally().count(status);
  }
}
