package org.vicilint.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts of calls by account from {@code vicidial_api_log}; no row is kept. Refused logins of the
 * Non-Agent API are not in the log, so it can show use, and never prove that there is none.
 *
 * @param known whether any source gave a log, even an empty one
 * @param rows how many rows were counted, those of {@code scripts} not among them
 * @param outside how many rows stand outside the time that was asked for
 * @param log the first and the last row of all; null when there was none
 * @param period the first and the last row that was counted; null when there was none
 * @param accounts by {@link Groups#key} of the login, whether the estate has the account or not
 * @param missing columns that would add detail, and that a source did not have, by name
 * @param scripts rows that other scripts than the two APIs wrote, by script and function; they are
 *     no calls
 * @param overlaps sources that seem to have rows in common, by name; those count twice
 */
public record Usage(
    boolean known,
    long rows,
    long outside,
    Period log,
    Period period,
    SortedMap<String, LoggedAccount> accounts,
    Set<String> missing,
    List<ScriptRows> scripts,
    List<Overlap> overlaps) {
  /** No source gave a log. */
  public static final Usage UNKNOWN =
      new Usage(false, 0, 0, null, null, new TreeMap<>(), Set.of(), List.of(), List.of());

  public Usage {
    accounts = Collections.unmodifiableSortedMap(accounts);
    missing = Collections.unmodifiableSet(new TreeSet<>(missing));
    scripts = List.copyOf(scripts);
    overlaps = List.copyOf(overlaps);
  }

  /** Two sources whose numbers of rows, {@code api_id}, lie in one another. */
  public record Overlap(String one, String other) {}

  /** Returns the number of rows of other scripts. */
  public long scriptRows() {
    return scripts.stream().mapToLong(ScriptRows::rows).sum();
  }

  /**
   * Returns a copy whose rows of other scripts are those of some accounts alone.
   *
   * @param keys of those accounts, by {@link Groups#key}
   */
  public Usage withScriptsOf(Collection<String> keys) {
    return new Usage(
        known,
        rows,
        outside,
        log,
        period,
        accounts,
        missing,
        scripts.stream().map(s -> s.of(keys)).filter(s -> s.rows() > 0).toList(),
        overlaps);
  }

  /** Returns the logged calls of an account; empty when it has no row. */
  public Optional<LoggedAccount> of(Account account) {
    return accounts.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(accounts.get(Groups.key(account.user())));
  }
}
