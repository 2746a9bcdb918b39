package org.vicilint.takeover;

import org.vicilint.model.Account;
import org.vicilint.model.Groups;

/**
 * An account under the attacker's control, with the capability that it then has.
 *
 * @param fold the equivalence class of the account
 * @param as the account as it then is: an earlier step may have changed its level and group
 * @param own whether it is held by today's password; then it is exactly this account, not another
 *     one of its class
 * @param power its power over others
 */
public record Foothold(AccountClass fold, Account as, boolean own, Capability power) {

  /** The identity of a foothold. */
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
