package org.vicilint.engine;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Pages;
import org.vicilint.diff.AccessDiff;
import org.vicilint.diff.AccountChange;
import org.vicilint.diff.CallChange;
import org.vicilint.diff.GainLimit;
import org.vicilint.diff.Side;
import org.vicilint.finding.Severity;
import org.vicilint.model.Problem;

/**
 * What a comparison of two sides came to; every format is made of this and nothing else.
 *
 * @param before the first side
 * @param after the second side
 * @param beforeName the first side as the user named it
 * @param afterName the second side as the user named it
 * @param diff the comparison, which tells the gates behind a change
 * @param changes the accounts that differ, by login
 * @param limit the gains that fail the run
 * @param problems what could not be read
 * @param notes what must be known to read the result
 * @param version vicilint's own version
 */
public record DiffResult(
    Side before,
    Side after,
    String beforeName,
    String afterName,
    AccessDiff diff,
    List<AccountChange> changes,
    GainLimit limit,
    List<Problem> problems,
    List<String> notes,
    String version) {

  /** Whether everything could be read. */
  public boolean complete() {
    return problems.isEmpty();
  }

  /** Whether an account gains what is not accepted. */
  public boolean failed() {
    return limit.over(changes) > 0;
  }

  /** How many accounts have a status. */
  public long count(AccountChange.Status status) {
    return changes.stream().filter(c -> c.status() == status).count();
  }

  /** How many calls differ in this way. */
  public long count(CallChange.Kind kind) {
    return changes.stream().flatMap(c -> c.calls().stream()).filter(c -> c.kind() == kind).count();
  }

  /** How many pages are gained, or lost. */
  public long pages(boolean gained) {
    return changes.stream()
        .flatMap(c -> c.pages().stream())
        .filter(page -> page.gained() == gained)
        .count();
  }

  /** How often something reaches further, or less far. */
  public long reach(boolean wider) {
    return changes.stream()
        .flatMap(c -> c.reach().stream())
        .filter(r -> r.wider() == wider)
        .count();
  }

  /** The builds of both sides. */
  public Builds builds() {
    return after.access().builds();
  }

  /** The pages that both sides were decided by. */
  public Pages knownPages() {
    return after.access().pages().known();
  }

  /** How many gains of each severity there are, the worst first; those with none too. */
  public Map<Severity, Long> gains() {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, 0L);
    }
    changes.stream().flatMap(AccountChange::gains).forEach(s -> counts.merge(s, 1L, Long::sum));
    return Collections.unmodifiableMap(counts);
  }
}
