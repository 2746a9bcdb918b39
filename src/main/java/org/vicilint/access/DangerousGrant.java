package org.vicilint.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Function;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Groups;

/**
 * A power over other accounts that comes with a function, and that no value of any column takes
 * away. (Read from non_agent_api.php and api.php, build 250720-1841, and seen on running servers.)
 *
 * @param call the function, or {@code function:operation}
 * @param reach what it lets the account do to others
 * @param safer how the same work is done with less
 */
public record DangerousGrant(String call, String reach, String safer) {
  private static final Set<String> OVER_ACCOUNTS = Set.of("add_user", "copy_user", "update_user");

  /** Whether an account with it can become another: set its password, or clone it. */
  public boolean takeover() {
    return call.equals("update_user") || call.equals("copy_user");
  }

  /** The powers that come with calls of an account, by call. */
  public static List<DangerousGrant> of(
      Account account, Collection<Call> calls, List<AccessEvaluator> builds) {
    Set<String> driving = new TreeSet<>();
    Set<Call> known = new TreeSet<>();
    for (Call call : calls) {
      for (AccessEvaluator access : builds) {
        int index = access.indexOf(call.function());
        if (index >= 0) {
          known.add(call);
          Function function = access.functions().get(index);
          if (function.api() == Api.AGENT && function.effect() == Effect.CONTROL) {
            driving.add(function.name());
          }
        }
      }
    }
    List<DangerousGrant> powers = new ArrayList<>();
    known.stream()
        .filter(call -> OVER_ACCOUNTS.contains(call.function()))
        .forEach(call -> overAccounts(account, call, builds.get(0).groups(), powers));
    for (String name : driving) {
      powers.add(
          new DangerousGrant(
              name,
              "works on the session of any agent: the Agent API does not look whose it is",
              "an account that does nothing else, so that no other credential drives agents"));
    }
    return powers;
  }

  private static void overAccounts(
      Account account, Call call, Groups groups, List<DangerousGrant> powers) {
    UserScope update = UserScope.ofUpdate(account, groups);
    UserScope copy = UserScope.ofCopy(account, groups);
    switch (call.toString()) {
      case "update_user" ->
          powers.add(
              new DangerousGrant(
                  "update_user",
                  "sets password, level and group of %s: it can become each of them"
                      .formatted(whom(update)),
                  "leave to a person what is rare; else " + narrow(update)));
      case "update_user:delete_user=Y" ->
          powers.add(
              new DangerousGrant(
                  call.toString(),
                  "deletes %s".formatted(whom(update)),
                  "set active to N with update_user: that needs no delete_users"));
      case "copy_user" ->
          powers.add(
              new DangerousGrant(
                  "copy_user",
                  "clones %s, every flag and grant included, under a password that it chooses"
                      .formatted(whom(copy)),
                  "add_user: what it makes has no flag; else " + narrow(copy)));
      case "add_user" ->
          powers.add(
              new DangerousGrant(
                  "add_user",
                  "makes accounts up to level %d that may call what needs no flag: VICIdial grants them every function"
                      .formatted(copy.highestLevel()),
                  "take ALL_FUNCTIONS away from what it makes, and " + narrow(copy)));
      default -> {} // nothing over others
    }
  }

  private static String whom(UserScope scope) {
    return "every account up to level %d%s"
        .formatted(scope.highestLevel(), scope.everyGroup() ? "" : " in the groups that it views");
  }

  private static String narrow(UserScope scope) {
    return scope.everyGroup()
        ? "put it into a user_group whose admin_viewable_groups names only the groups that it works for"
        : "let the admin_viewable_groups of its group name only the groups that it works for";
  }
}
