package org.vicilint.takeover;

import org.vicilint.access.NewLevel;
import org.vicilint.access.UserScope;
import org.vicilint.model.Account;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;

/**
 * The power over other accounts that control of an account gives. Many accounts give the same one.
 *
 * @param id everything that decides it, except for the groups of the estate
 * @param as an account with this level, flag and group
 * @param scope the levels and groups that {@code update_user} lets it name
 * @param copies the levels and groups that {@code copy_user} lets it name
 */
public record Capability(Id id, Account as, UserScope scope, UserScope copies) {
  /** No account has a level below this one, so that only the group counts. */
  static final int ANY_LEVEL = -1;

  /**
   * The identity of a capability.
   *
   * @param update whether {@code update_user} may be called
   * @param copy whether {@code copy_user} may be called
   * @param updatable whether {@code update_user} can address the account itself by name
   * @param level the account's level
   * @param sameLevel whether {@code modify_same_user_level} is set
   * @param group the account's group, as {@link Groups#key} has it
   */
  public record Id(
      boolean update, boolean copy, boolean updatable, int level, boolean sameLevel, String group) {

    /**
     * Returns the identity for an account of this class, once it is taken, with this level and
     * group.
     */
    static Id of(AccountClass.Key fold, int level, String group) {
      LatentRights editor = fold.editor();
      return new Id(
          editor.update() <= level,
          editor.copy() <= level,
          fold.updatable(),
          level,
          editor.sameLevel(),
          Groups.key(group));
    }

    /** Returns the identity in another group. */
    Id in(String other) {
      return new Id(update, copy, updatable, level, sameLevel, Groups.key(other));
    }

    /** Whether it gives any power over others. */
    boolean acts() {
      return update || copy;
    }
  }

  static Capability of(Id id, Groups groups) {
    Account as =
        Account.builder("")
            .column("user_level", Integer.toString(id.level))
            .column(Flag.MODIFY_SAME_USER_LEVEL.column(), id.sameLevel ? "1" : "0")
            .column("user_group", id.group)
            .build();
    return new Capability(id, as, UserScope.ofUpdate(as, groups), UserScope.ofCopy(as, groups));
  }

  /** Whether it may set the passwords of these accounts. */
  boolean updates(AccountClass.Key target) {
    return id.update && target.updatable() && scope.covers(target.level(), target.group());
  }

  /** Whether it may clone these accounts so that the clone can log in. */
  boolean clones(AccountClass.Key target) {
    return id.copy
        && target.active()
        && target.copyable()
        && NewLevel.mayMake(as, target.level())
        && views(target.group());
  }

  /**
   * Whether it may create clones of its own account that can do what it cannot: put it into a group
   * that sees more.
   */
  boolean clonesItself() {
    return id.copy
        && id.update
        && !scope.everyGroup()
        && NewLevel.mayMake(as, id.level)
        && views(id.group);
  }

  /** Returns the class of a clone of its own account. */
  AccountClass.Key twin() {
    LatentRights editor = new LatentRights(id.level, id.level, id.sameLevel);
    return new AccountClass.Key(id.level, id.group, true, true, true, editor);
  }

  /** Whether it may see this group. */
  boolean views(String group) {
    return scope.covers(ANY_LEVEL, group);
  }

  /** Whether the account may change its own group. */
  boolean moves() {
    return id.update && id.updatable && scope.covers(id.level, id.group);
  }

  /** Returns the highest level that it may give to an account with this level. */
  int raises(int level) {
    for (int higher = LatentRightsIndex.HIGHEST; higher > level; higher--) {
      if (NewLevel.maySet(as, higher)) {
        return higher;
      }
    }
    return level;
  }

  /** Whether every step that {@code other} can take next is open to this capability, too. */
  boolean dominates(Capability other) {
    return (!other.id.update || (id.update && scope.contains(other.scope)))
        && (!other.id.copy || (id.copy && makes(other) && copies.contains(other.copies)));
  }

  /** Whether every level that {@code other} may create can also be created with this. */
  private boolean makes(Capability other) {
    boolean high = id.level >= LatentRightsIndex.HIGHEST;
    if (other.id.level < LatentRightsIndex.HIGHEST) {
      return high || id.level >= other.id.level;
    }
    // From 9 on it may create all levels except perhaps its own, even levels that VICIdial does not
    // have.
    return id.level == other.id.level && NewLevel.mayMake(as, id.level)
        || (id.level == other.id.level && !NewLevel.mayMake(other.as, other.id.level));
  }
}
