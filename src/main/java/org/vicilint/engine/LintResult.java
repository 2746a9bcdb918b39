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
 * What a lint run found, for every renderer.
 *
 * @param estate what was read
 * @param access the evaluator that was asked
 * @param accounts the accounts as the rules saw them, by name; each is made when it is asked for
 * @param findings waived and known ones too
 * @param gone what the baseline knows and this run did not find
 * @param pages the pages of the rules that ran, by id
 * @param skipped the ids of the rules that did not run, in their order
 * @param waiting of these, the ids of the rules that need more of the API's log; the notes say what
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

  /** How many findings count, of each severity. */
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

  /** The name of the profile, with what must be known of it. */
  public String profileName() {
    return profile.name() + (profileInPart() ? ", read only in part" : "");
  }

  /** Whether a finding reaches the level that fails the run. */
  public boolean failed() {
    return failOn != null && findings.tally().anyOpen(failOn);
  }

  /** How many findings have a status. */
  public long count(Status status) {
    return findings.tally().count(status);
  }
}
