package org.vicilint.diff;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vicilint.catalog.Function;
import org.vicilint.model.Account;
import org.vicilint.model.Change;

/**
 * An account that is on both sides, with the access that it has on both.
 *
 * @param before the account on the first side
 * @param after the account on the second side
 * @param calls the functions that are granted on both sides
 * @param pages the administration pages that are open on both sides, as bits
 */
record Both(Account before, Account after, List<Function> calls, BitSet pages) {
  private static final String PASSWORD = "pass";

  /** Returns those of the columns whose values differ, in their order. */
  List<Change> differing(Collection<String> columns) {
    return differing(before, after, columns);
  }

  /** Returns those of the columns whose values differ between two accounts, in their order. */
  static List<Change> differing(Account before, Account after, Collection<String> columns) {
    return columns.stream()
        .map(column -> change(before, after, column))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Change> change(Account before, Account after, String column) {
    if (column.equals(PASSWORD)) { // its text is not stored
      return before.secretTraits() == after.secretTraits()
          ? Optional.empty()
          : Optional.of(new Change(PASSWORD, "(not shown)", "(not shown, of other characters)"));
    }
    String from = before.value(column);
    String to = after.value(column);
    return from.equals(to) ? Optional.empty() : Optional.of(new Change(column, from, to));
  }
}
