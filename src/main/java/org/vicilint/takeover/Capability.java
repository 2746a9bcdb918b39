package org.vicilint.takeover;

import org.vicilint.access.NewLevel;
import org.vicilint.access.UserScope;
import org.vicilint.model.Account;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;

/**
 * What whoever holds an account can do to others. Many accounts give the same.
 *
 * @param id all that decides it, but the groups of the estate
 * @param as an account with this level, flag and group
 * @param scope the levels and groups that {@code update_user} lets it name
 * @param copies the same for {@code copy_user}
 */
public record Capability(Id id, Account as, UserScope scope, UserScope copies) {
  /** No account has a level below this one, so that only the group counts. */
  static final int ANY_LEVEL = -1;

  /**
   * What makes two powers the same.
   *
   * @param update whether {@code update_user} may be called
   * @param copy whether {@code copy_user} may be called
   * @param updatable whether {@code update_user} can be told the account's own name
   * @param level the account's level
   * @param sameLevel whether {@code modify_same_user_level} is set
   * @param group the account's group, as {@link Groups#key} has it
   */
  public record Id(
      boolean update, boolean copy, boolean updatable, int level, boolean sameLevel, String group) {

    /** Of one of these accounts, once it is taken, with this level and group. */
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

    /** The same in another group. */
    Id in(String other) {
      return new Id(update, copy, updatable, level, sameLevel, Groups.key(other));
    }

    /** Whether it is any power over others. */
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
   * Whether it may make accounts like itself, and these can do what it cannot: put it where they
   * see more.
   */
  boolean clonesItself() {
    return id.copy
        && id.update
        && !scope.everyGroup()
        && NewLevel.mayMake(as, id.level)
        && views(id.group);
  }

  /** An account that it makes like itself. */
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

  /** The highest level that it may give to an account that has this one. */
  int raises(int level) {
    for (int higher = LatentRightsIndex.HIGHEST; higher > level; higher--) {
      if (NewLevel.maySet(as, higher)) {
        return higher;
      }
    }
    return level;
  }

  /** Whether whatever the other one can do next, this one can do as well. */
  boolean dominates(Capability other) {
    return (!other.id.update || (id.update && scope.contains(other.scope)))
        && (!other.id.copy || (id.copy && makes(other) && copies.contains(other.copies)));
  }

  /** Whether it may make accounts of each level of which the other one may. */
  private boolean makes(Capability other) {
    boolean high = id.level >= LatentRightsIndex.HIGHEST;
    if (other.id.level < LatentRightsIndex.HIGHEST) {
      return high || id.level >= other.id.level;
    }
    // From 9 on all levels but perhaps its own, even such as VICIdial does not have.
    return id.level == other.id.level && NewLevel.mayMake(as, id.level)
        || (id.level == other.id.level && !NewLevel.mayMake(other.as, other.id.level));
  }
}
