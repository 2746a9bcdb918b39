package org.vicilint.diff;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vicilint.access.ListScope;
import org.vicilint.access.UserScope;
import org.vicilint.model.Account;
import org.vicilint.model.Groups;
import org.vicilint.model.UserGroup;

/** Describes the reach of an account in words, with campaigns and groups as they are written. */
final class ReachWords {
  /** The entry that the server itself adds to the viewable groups. */
  private static final String EVERYONE = "---ALL---";

  private ReachWords() {}

  /** Returns the campaigns whose lists an account reaches. */
  static String of(ListScope scope, Account account, Groups groups) {
    if (scope.everyList()) {
      return "every list";
    }
    if (scope.campaigns().isEmpty()) {
      return "no list";
    }
    return "lists of "
        + groups
            .find(account.userGroup())
            .map(group -> names(scope.campaigns(), group.allowedCampaigns()))
            .orElse("(those of " + account.userGroup() + ")");
  }

  /** Returns the accounts that an account may name. */
  static String of(UserScope scope, Account account, Groups groups) {
    return scope.highestLevel() < 0
        ? "none"
        : "levels up to " + scope.highestLevel() + " of " + groups(scope, account, groups);
  }

  /** Returns the groups of a scope. */
  static String groups(UserScope scope, Account account, Groups groups) {
    String written =
        groups.find(account.userGroup()).map(UserGroup::adminViewableGroups).orElse("");
    return scope.everyGroup()
        ? "every group"
        : "the groups " + names(scope.groups(), written + " " + EVERYONE);
  }

  /** Returns the names of a scope, in its order, spelled as in a text that holds them. */
  private static String names(Set<String> keys, String text) {
    Map<String, String> written = new HashMap<>();
    Arrays.stream(text.split(" ")).forEach(word -> written.putIfAbsent(Groups.key(word), word));
    return new TreeSet<>(keys)
        .stream()
            .filter(key -> !key.isEmpty())
            .map(key -> written.getOrDefault(key, key))
            .collect(Collectors.joining(", "));
  }
}
