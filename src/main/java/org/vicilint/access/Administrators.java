package org.vicilint.access;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.Kind;

/**
 * The accounts with which people administer VICIdial. No proposal takes the last of them away:
 * nobody could give anything back.
 */
public final class Administrators {
  private static final int LEVEL = 9;

  /**
   * Columns that make an administrator; in another group an administrator may no longer view the
   * accounts of the others.
   */
  private static final Set<String> MAKING =
      Set.of("user_level", "user_group", "active", Flag.MODIFY_USERS.column());

  private final Set<String> left = new TreeSet<>();

  /**
   * Selects the administrators among some accounts; a program's account is none.
   *
   * @param kinds the kind of an account
   */
  public Administrators(Collection<Account> accounts, Function<Account, Kind> kinds) {
    for (Account account : accounts) {
      if (able(account) && kinds.apply(account) != Kind.SERVICE) {
        left.add(account.user());
      }
    }
  }

  /** Whether the account is the last one, and these changes concern what makes it one. */
  public boolean ends(String user, Collection<Change> changes) {
    return left.size() == 1
        && left.contains(user)
        && changes.stream().map(Change::column).anyMatch(MAKING::contains);
  }

  /** Whether a change makes an administrator none, the last one or not. */
  public static boolean demotes(Account before, Account after) {
    return able(before) && !able(after);
  }

  /** Whether a change takes the last one away. */
  public boolean ends(Account before, Account after) {
    return left.size() == 1 && left.contains(before.user()) && !able(after);
  }

  /** Takes notice of a change that is made. */
  public void made(Account before, Account after) {
    if (!able(after)) {
      left.remove(before.user());
    }
  }

  private static boolean able(Account account) {
    return account.userLevel() >= LEVEL
        && account.has(Flag.MODIFY_USERS)
        && account.active()
        && !account.has(Flag.API_ONLY_USER);
  }
}
