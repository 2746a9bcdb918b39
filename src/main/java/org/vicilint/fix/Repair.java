package org.vicilint.fix;

import java.util.List;
import org.vicilint.finding.Finding;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Change;

/**
 * The fix of one account.
 *
 * @param before the account as it was read
 * @param changes the changed columns, from the value that was read to the value after all fixes
 * @param findings the fixed findings, in the order in which the rules found them
 */
public record Repair(Account before, List<Change> changes, List<Finding> findings) {
  public Repair {
    changes = List.copyOf(changes);
    findings = List.copyOf(findings);
  }

  /** Returns the account with the changes. */
  public Account after() {
    AccountBuilder after = before.with();
    changes.forEach(change -> after.column(change.column(), change.to()));
    return after.build();
  }
}
