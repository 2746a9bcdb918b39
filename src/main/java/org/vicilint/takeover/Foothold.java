package org.vicilint.takeover;

import org.vicilint.model.Account;
import org.vicilint.model.Groups;

/**
 * An account in somebody's hands, and the power over others that it then has.
 *
 * @param fold the accounts of which it may be any
 * @param as the account as it then is: its level and its group may have been changed on the way
 * @param own whether it is held by the password that it has today; then it is that very account
 * @param power what it can do to others
 */
public record Foothold(AccountClass fold, Account as, boolean own, Capability power) {

  /** What makes two holds the same. */
  record Id(AccountClass.Key fold, String user, int level, String group) {}

  Id id() {
    return new Id(fold.key(), own ? as.user() : "", as.userLevel(), Groups.key(as.userGroup()));
  }

  /** Whether it has any power over others. */
  public boolean acts() {
    return power.id().acts();
  }

  /** Whether it may call {@code update_user}. */
  boolean update() {
    return power.id().update();
  }

  /** Whether it may call {@code copy_user}. */
  boolean copy() {
    return power.id().copy();
  }

  /** See {@link Capability#updates}. */
  public boolean updates(AccountClass.Key target) {
    return power.updates(target);
  }

  /** See {@link Capability#clones}. */
  public boolean clones(AccountClass.Key target) {
    return power.clones(target);
  }
}
