package org.vicilint.takeover;

import org.vicilint.model.Account;

/**
 * Where paths are to lead.
 *
 * @param account the account; null for all from a level
 * @param level otherwise the least level of the accounts
 */
public record Target(Account account, int level) {

  /** One account. */
  public static Target of(Account account) {
    return new Target(account, account.userLevel());
  }

  /** Every account of this level, or a higher one. */
  public static Target level(int level) {
    return new Target(null, level);
  }

  /** Whether an account is one that is looked for. */
  boolean is(Account other) {
    return account == null ? other.userLevel() >= level : other.user().equals(account.user());
  }

  /** Whether such accounts are among these. */
  boolean among(AccountClass fold, EscalationGraph land) {
    return account == null ? fold.level() >= level : land.fold(account) == fold;
  }
}
