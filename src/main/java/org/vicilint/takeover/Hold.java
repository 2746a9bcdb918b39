package org.vicilint.takeover;

import org.vicilint.access.NewLevel;
import org.vicilint.access.UserScope;
import org.vicilint.model.Account;
import org.vicilint.model.Groups;

/**
 * An account in somebody's hands, and the power over others that it then has.
 *
 * @param fold the accounts of which it may be any
 * @param as the account as it then is: its level and its group may have been changed on the way
 * @param own whether it is held by the password that it has today; then it is that very account
 * @param update whether it may call {@code update_user}
 * @param copy whether it may call {@code copy_user}
 * @param scope the levels and groups that {@code update_user} lets it name
 * @param copies the same for {@code copy_user}
 */
record Hold(
    Fold fold,
    Account as,
    boolean own,
    boolean update,
    boolean copy,
    UserScope scope,
    UserScope copies) {
  /** No account has a level below this one, so that only the group counts. */
  static final int ANY_LEVEL = -1;

  /** What makes two holds the same. */
  record Id(Fold.Key fold, String user, int level, String group) {}

  static Hold of(Fold fold, Account as, boolean own, boolean update, boolean copy, Groups groups) {
    return new Hold(
        fold, as, own, update, copy, UserScope.ofUpdate(as, groups), UserScope.ofCopy(as, groups));
  }

  Id id() {
    return new Id(fold.key(), own ? as.user() : "", as.userLevel(), Groups.key(as.userGroup()));
  }

  /** Whether it has any power over others. */
  boolean acts() {
    return update || copy;
  }

  /** Whether it may set the passwords of these accounts. */
  boolean updates(Fold.Key target) {
    return update && target.updatable() && scope.covers(target.level(), target.group());
  }

  /** Whether it may clone these accounts so that the clone can log in. */
  boolean clones(Fold.Key target) {
    return copy
        && target.active()
        && target.copyable()
        && NewLevel.mayMake(as, target.level())
        && views(target.group());
  }

  /** Whether it reaches these accounts in one step. */
  boolean takes(Fold.Key target) {
    return updates(target) || clones(target);
  }

  /** Whether it may see this group. */
  boolean views(String group) {
    return scope.covers(ANY_LEVEL, group);
  }

  /** Whether it may change its own group. */
  boolean moves() {
    return update && fold.key().updatable() && scope.covers(as.userLevel(), as.userGroup());
  }

  /** The highest level that it may give to an account that has this one. */
  int raises(int level) {
    for (int higher = Editors.HIGHEST; higher > level; higher--) {
      if (NewLevel.maySet(as, higher)) {
        return higher;
      }
    }
    return level;
  }

  /** Whether whatever the other one can do next, this one can do as well. */
  boolean dominates(Hold other) {
    return (!other.update || (update && scope.contains(other.scope)))
        && (!other.copy || (copy && makes(other) && copies.contains(other.copies)));
  }

  /** Whether it may make accounts of each level of which the other one may. */
  private boolean makes(Hold other) {
    boolean high = as.userLevel() >= Editors.HIGHEST;
    if (other.as.userLevel() < Editors.HIGHEST) {
      return high || as.userLevel() >= other.as.userLevel();
    }
    // From 9 on all levels but perhaps its own, even such as VICIdial does not have.
    return as.userLevel() == other.as.userLevel() && NewLevel.mayMake(as, as.userLevel())
        || (as.userLevel() == other.as.userLevel()
            && !NewLevel.mayMake(other.as, other.as.userLevel()));
  }
}
