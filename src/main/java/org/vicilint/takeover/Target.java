package org.vicilint.takeover;

import org.vicilint.model.Account;

/**
 * The target of paths.
 *
 * @param account the account; null for all accounts of a minimum level
 * @param level the minimum level of the accounts, if {@code account} is null
 */
public record Target(Account account, int level) {

  /** Returns a target of one account. */
  public static Target of(Account account) {
    return new Target(account, account.userLevel());
  }

  /** Returns a target of every account with at least this level. */
  public static Target level(int level) {
    return new Target(null, level);
  }

  /** Whether an account is a target. */
  boolean is(Account other) {
    return account == null ? other.userLevel() >= level : other.user().equals(account.user());
  }

  /** Whether a class has target accounts. */
  boolean among(AccountClass fold, EscalationGraph land) {
    return account == null ? fold.level() >= level : land.fold(account) == fold;
  }
}
