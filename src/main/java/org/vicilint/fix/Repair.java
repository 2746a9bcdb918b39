package org.vicilint.fix;

import java.util.List;
import org.vicilint.finding.Finding;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Change;

/**
 * What findings make of one account.
 *
 * @param before the account as it was read
 * @param changes the columns that change, from what was read to what is left after all findings
 * @param findings what is mended, in the order in which it was found
 */
public record Repair(Account before, List<Change> changes, List<Finding> findings) {
  public Repair {
    changes = List.copyOf(changes);
    findings = List.copyOf(findings);
  }

  /** The account with the changes. */
  public Account after() {
    AccountBuilder after = before.with();
    changes.forEach(change -> after.column(change.column(), change.to()));
    return after.build();
  }
}
