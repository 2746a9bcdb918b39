package org.vicilint.diff;

import java.util.List;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.FunctionList;
import org.vicilint.model.Account;

/**
 * The differences between two builds for one account.
 *
 * @param change the calls and the reach that differ
 * @param known granted names that only the newer build has as functions
 * @param unknown granted names that the newer build no longer has
 */
public record UpgradedAccount(AccountChange change, List<String> known, List<String> unknown) {
  public UpgradedAccount {
    known = List.copyOf(known);
    unknown = List.copyOf(unknown);
  }

  static UpgradedAccount of(AccountChange change, AccessEvaluator from, AccessEvaluator to) {
    List<String> granted = FunctionList.granted(change.after().apiAllowedFunctions());
    return new UpgradedAccount(change, only(granted, to, from), only(granted, from, to));
  }

  private static List<String> only(
      List<String> names, AccessEvaluator here, AccessEvaluator notHere) {
    return names.stream()
        .filter(name -> here.indexOf(name) >= 0 && notHere.indexOf(name) < 0)
        .sorted()
        .toList();
  }

  /** Returns the account. */
  public Account account() {
    return change.after();
  }

  boolean differs() {
    return !change.calls().isEmpty()
        || !change.reach().isEmpty()
        || !known.isEmpty()
        || !unknown.isEmpty();
  }
}
