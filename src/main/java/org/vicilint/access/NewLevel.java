package org.vicilint.access;

import org.vicilint.model.Account;
import org.vicilint.model.Flag;

/** Levels that a caller may hand out, once it may call the functions that do. */
public final class NewLevel {
  private static final int HIGHEST = 9;

  private NewLevel() {}

  /**
   * Whether the caller may make an account of this level, with {@code add_user} or as a copy of one
   * that has it. Below 9 a caller stays above what it makes; from 9 on only the equal level is
   * looked at, so that even levels that VICIdial does not have pass.
   *
   * @param level 0 or more
   */
  public static boolean mayMake(Account caller, int level) {
    return caller.userLevel() < HIGHEST
        ? level < caller.userLevel()
        : level != caller.userLevel() || caller.has(Flag.MODIFY_SAME_USER_LEVEL);
  }

  /** The highest of VICIdial's levels that the caller may make an account of. */
  public static int highest(Account caller) {
    int level = HIGHEST;
    while (level > 0 && !mayMake(caller, level)) {
      level--;
    }
    return level;
  }

  /** Whether the caller may set this level with {@code update_user}. */
  public static boolean maySet(Account caller, int level) {
    return level >= 1
        && level <= HIGHEST
        && level <= caller.userLevel()
        && (level < caller.userLevel() || caller.has(Flag.MODIFY_SAME_USER_LEVEL));
  }
}
