package org.vicilint.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vicilint.access.UserScope;
import org.vicilint.model.Account;
import org.vicilint.model.Groups;

/** How many active accounts there are, by group and level; counted once for an estate. */
public final class Headcount {
  /** The column holds levels up to 255. */
  private static final int LEVELS = 256;

  private final int[] all = new int[LEVELS];
  private final Map<String, int[]> byGroup = new HashMap<>();

  Headcount(Collection<Account> accounts) {
    for (Account account : accounts) {
      if (account.active()) {
        all[account.userLevel()]++;
        byGroup
            .computeIfAbsent(Groups.key(account.userGroup()), key -> new int[LEVELS])[
            account.userLevel()]++;
      }
    }
  }

  /** The other active accounts that a caller may name. */
  public Reach of(Account caller, UserScope scope) {
    List<int[]> groups =
        scope.everyGroup()
            ? List.of(all)
            : scope.groups().stream().map(byGroup::get).filter(Objects::nonNull).toList();
    int count = 0;
    int highest = 0;
    for (int level = 0; level < LEVELS && level <= scope.highestLevel(); level++) {
      int here = 0;
      for (int[] group : groups) {
        here += group[level];
      }
      if (caller.active()
          && caller.userLevel() == level
          && scope.covers(level, caller.userGroup())) {
        here--;
      }
      count += here;
      highest = here > 0 ? level : highest;
    }
    return new Reach(count, highest);
  }

  /**
   * Accounts that a caller reaches.
   *
   * @param count how many
   * @param highestLevel the highest level among them; 0 when there are none
   */
  public record Reach(int count, int highestLevel) {}
}
