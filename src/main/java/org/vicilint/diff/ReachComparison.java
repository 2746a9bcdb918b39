package org.vicilint.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.ListScope;
import org.vicilint.access.UserScope;
import org.vicilint.catalog.Function;
import org.vicilint.diff.ReachChange.Reach;
import org.vicilint.model.Account;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.UserGroup;

/** Compares the reach of the access that an account has on both sides. */
final class ReachComparison {
  private static final String GROUP = "user_group";
  private static final String UPDATE = "update_user";

  /** Functions with another account as a parameter. */
  private static final Set<String> NAME_ACCOUNTS = Set.of("add_user", "copy_user", UPDATE);

  private final Side before;
  private final Side after;
  private final ScreenComparison screens;
  private final AddressComparison addresses;

  ReachComparison(Side before, Side after) {
    this.before = before;
    this.after = after;
    this.screens = new ScreenComparison(before.estate().groups(), after.estate().groups());
    this.addresses = new AddressComparison(before.estate(), after.estate());
  }

  /** Returns the differences in reach. */
  List<ReachChange> of(Both both) {
    List<ReachChange> changes = new ArrayList<>();
    accounts(changes, both);
    lists(changes, both);
    screens.add(changes, both);
    addresses.add(changes, both);
    return changes;
  }

  private void accounts(List<ReachChange> changes, Both both) {
    for (Function function : both.calls()) {
      if (NAME_ACCOUNTS.contains(function.name())) {
        UserScope one = scope(function, both.before(), before.estate().groups());
        UserScope two = scope(function, both.after(), after.estate().groups());
        add(
            changes,
            new ReachChange(
                Reach.ACCOUNTS,
                true,
                List.of(function),
                ReachWords.of(one, both.before(), before.estate().groups()),
                ReachWords.of(two, both.after(), after.estate().groups()),
                both.differing(List.of("user_level", GROUP, Flag.MODIFY_SAME_USER_LEVEL.column())),
                group(UserGroup.VIEWABLE, both),
                Set.of(function.effect()),
                GainScale.of(function, null)),
            !one.contains(two),
            !two.contains(one));
      }
    }
  }

  private static UserScope scope(Function function, Account account, Groups groups) {
    return function.name().equals(UPDATE)
        ? UserScope.ofUpdate(account, groups)
        : UserScope.ofCopy(account, groups);
  }

  private void lists(List<ReachChange> changes, Both both) {
    record Scopes(ListScope before, ListScope after) {}
    Map<Scopes, List<Function>> byScopes = new LinkedHashMap<>();
    for (Function function : both.calls()) {
      Scopes scopes =
          new Scopes(list(before, both.before(), function), list(after, both.after(), function));
      if (!scopes.before.equals(scopes.after)) {
        byScopes.computeIfAbsent(scopes, s -> new ArrayList<>()).add(function);
      }
    }
    byScopes.forEach(
        (scopes, functions) ->
            add(
                changes,
                new ReachChange(
                    Reach.LISTS,
                    true,
                    functions,
                    ReachWords.of(scopes.before, both.before(), before.estate().groups()),
                    ReachWords.of(scopes.after, both.after(), after.estate().groups()),
                    both.differing(List.of(Flag.API_LIST_RESTRICT.column(), GROUP)),
                    group(UserGroup.CAMPAIGNS, both),
                    functions.stream().map(Function::effect).collect(Collectors.toSet()),
                    functions.stream()
                        .map(f -> GainScale.of(f, null))
                        .min(Comparator.naturalOrder())
                        .orElseThrow()),
                !scopes.before.contains(scopes.after),
                !scopes.after.contains(scopes.before)));
  }

  private static ListScope list(Side side, Account account, Function function) {
    AccessEvaluator access = side.access();
    return ListScope.looksAt(function.name(), access.requirement(access.indexOf(function.name())))
        ? ListScope.of(account, side.estate().groups())
        : new ListScope(true, Set.of());
  }

  /** Returns the cause of a difference that a column of the account's group makes. */
  static String group(String column, Both both) {
    return column + " of its group " + both.after().userGroup();
  }

  /** Adds a change once for each of its directions. */
  static void add(List<ReachChange> changes, ReachChange change, boolean wider, boolean narrower) {
    if (wider) {
      changes.add(change);
    }
    if (narrower) {
      changes.add(change.with(false));
    }
  }
}
