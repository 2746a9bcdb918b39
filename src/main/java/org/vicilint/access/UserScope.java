package org.vicilint.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.vicilint.model.Account;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.UserGroup;

/**
 * Accounts that a caller may name to {@code update_user} or {@code copy_user}, once it may call
 * them at all. Both look at the level and the group of the account that is named, and neither
 * spares the caller itself. (Read from non_agent_api.php, build 250720-1841, and confirmed by the
 * answers of a running server.)
 *
 * @param highestLevel the highest level that it may name; below 0 for none
 * @param everyGroup whether accounts of all groups may be named
 * @param groups otherwise the groups whose accounts may be named, as {@link Groups#key} has them
 */
public record UserScope(int highestLevel, boolean everyGroup, Set<String> groups) {
  private static final int ADMINISTRATOR = 9;

  /** Length up to which a list of groups restricts nothing. */
  private static final int NO_LIST = 3;

  /** Accounts of this group, which no real one has, are viewable for everyone. */
  private static final String EVERYONE = Groups.key("---ALL---");

  public UserScope {
    groups = Set.copyOf(groups);
  }

  /** Whom the caller may change with {@code update_user}, password, level and group included. */
  public static UserScope ofUpdate(Account caller, Groups groups) {
    return of(caller, groups, sameLevel(caller) ? caller.userLevel() : caller.userLevel() - 1);
  }

  /**
   * Whom the caller may clone with {@code copy_user}, under a password that it chooses. Accounts
   * that it makes with {@code add_user} are bound to the same levels and groups.
   */
  public static UserScope ofCopy(Account caller, Groups groups) {
    boolean same = caller.userLevel() >= ADMINISTRATOR && sameLevel(caller);
    return of(caller, groups, same ? caller.userLevel() : caller.userLevel() - 1);
  }

  private static UserScope of(Account caller, Groups groups, int highestLevel) {
    String viewable =
        groups.find(caller.userGroup()).map(UserGroup::adminViewableGroups).orElse("");
    if (viewable.length() <= NO_LIST || viewable.toUpperCase(Locale.ROOT).contains("--ALL--")) {
      return new UserScope(highestLevel, true, Set.of());
    }
    // The server makes a list for SQL of the text, by its blanks: one at either end stands for
    // accounts without a group.
    Set<String> named =
        Arrays.stream(viewable.replace(" -", "").split(" ", -1))
            .map(Groups::key)
            .collect(Collectors.toSet());
    named.add(EVERYONE);
    return new UserScope(highestLevel, false, named);
  }

  private static boolean sameLevel(Account caller) {
    return caller.has(Flag.MODIFY_SAME_USER_LEVEL);
  }

  /** Whether an account of this level and group may be named. */
  public boolean covers(int level, String userGroup) {
    return level <= highestLevel && (everyGroup || groups.contains(Groups.key(userGroup)));
  }

  /** Whether every account that the other may name is in this one. */
  public boolean contains(UserScope other) {
    return other.highestLevel < 0
        || (highestLevel >= other.highestLevel
            && (everyGroup || (!other.everyGroup && groups.containsAll(other.groups))));
  }

  /** The part of this that lies in one group. */
  public UserScope within(String userGroup) {
    boolean inside = everyGroup || groups.contains(Groups.key(userGroup));
    return new UserScope(highestLevel, false, inside ? Set.of(Groups.key(userGroup)) : Set.of());
  }
}
