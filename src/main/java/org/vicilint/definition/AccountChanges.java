package org.vicilint.definition;

import java.util.List;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Change;

/**
 * Changes to make to one account.
 *
 * @param account as it was read, with the place where it stands
 * @param changes exact changes of its columns
 */
public record AccountChanges(Account account, List<Change> changes) {
  public AccountChanges {
    changes = List.copyOf(changes);
  }

  /** The account with the changes. */
  Account after() {
    AccountBuilder after = account.with();
    changes.forEach(change -> after.column(change.column(), change.to()));
    return after.build();
  }
}
