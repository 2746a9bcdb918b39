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
 * The result of comparing two sides, the only input of every output format.
 *
 * @param before the first side
 * @param after the second side
 * @param beforeName the first side as the user named it
 * @param afterName the second side as the user named it
 * @param diff the comparison, which finds the gates behind a change
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

  /** Whether an account has a gain that is not accepted. */
  public boolean failed() {
    return limit.over(changes) > 0;
  }

  /** Returns the number of accounts with a status. */
  public long count(AccountChange.Status status) {
    return changes.stream().filter(c -> c.status() == status).count();
  }

  /** Returns the number of calls with a kind of difference. */
  public long count(CallChange.Kind kind) {
    return changes.stream().flatMap(c -> c.calls().stream()).filter(c -> c.kind() == kind).count();
  }

  /** Returns the number of pages gained or lost. */
  public long pages(boolean gained) {
    return changes.stream()
        .flatMap(c -> c.pages().stream())
        .filter(page -> page.gained() == gained)
        .count();
  }

  /** Returns the number of reach differences in one direction. */
  public long reach(boolean wider) {
    return changes.stream()
        .flatMap(c -> c.reach().stream())
        .filter(r -> r.wider() == wider)
        .count();
  }

  /** Returns the builds of both sides. */
  public Builds builds() {
    return after.access().builds();
  }

  /** Returns the pages that decide both sides. */
  public Pages knownPages() {
    return after.access().pages().known();
  }

  /** Returns the number of gains of each severity, the worst first, including zeros. */
  public Map<Severity, Long> gains() {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, 0L);
    }
    changes.stream().flatMap(AccountChange::gains).forEach(s -> counts.merge(s, 1L, Long::sum));
    return Collections.unmodifiableMap(counts);
  }
}
