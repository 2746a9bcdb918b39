package org.vicilint.diff;

import java.util.List;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.FunctionList;
import org.vicilint.model.Account;

/**
 * What two builds make of one account.
 *
 * @param change the calls and the reach that differ
 * @param known names that it is granted, and that only the newer build has as functions
 * @param unknown names that it is granted, and that the newer build no longer has
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

  /** The account. */
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
