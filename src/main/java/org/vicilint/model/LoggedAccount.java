package org.vicilint.model;

import java.util.List;

/**
 * Calls that the API's log records for one account.
 *
 * @param user its login as logged; of several spellings the first in the order of characters
 * @param functions what it called, by script and name
 */
public record LoggedAccount(String user, List<LoggedFunction> functions) {
  public LoggedAccount {
    functions = List.copyOf(functions);
  }

  /** The first and the last call. */
  public Period period() {
    return functions.stream().map(LoggedFunction::period).reduce(Period::with).orElseThrow();
  }

  /** Returns the names that its callers gave themselves. */
  public Sources sources() {
    return functions.stream().map(LoggedFunction::sources).reduce(Sources.NONE, Sources::with);
  }

  /**
   * Returns the names from functions that were granted at least once: refused calls may have been
   * somebody's guesses.
   */
  public Sources granted() {
    return functions.stream()
        .filter(LoggedFunction::maybeGranted)
        .map(LoggedFunction::sources)
        .reduce(Sources.NONE, Sources::with);
  }

  /** Returns the number of calls. */
  public long calls() {
    return functions.stream().mapToLong(LoggedFunction::calls).sum();
  }
}
