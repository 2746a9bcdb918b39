package org.vicilint.blastradius;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.ListScope;
import org.vicilint.access.UserScope;
import org.vicilint.model.Account;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.Secret;
import org.vicilint.model.UserGroup;
import org.vicilint.takeover.AccountClass;
import org.vicilint.takeover.ReachableAccounts;

/**
 * Finds the permissions of accounts after their takeover. Accounts of one takeover class may differ
 * in their permissions, so the evaluator decides for one account of each variant. Not thread-safe.
 */
final class PermissionsAfterTakeover {
  /** A login that every API accepts. */
  private static final String ANYBODY = "anybody";

  private final AccessEvaluator access;
  private final PermissionIndex deeds;
  private final Map<ReachableAccounts.Taken, EffectivePermissions> known = new HashMap<>();
  private final Map<List<ReachableAccounts.Taken>, EffectivePermissions> together =
      new IdentityHashMap<>();
  private final Map<String, List<UserGroup>> viewable = new HashMap<>();

  PermissionsAfterTakeover(AccessEvaluator access, PermissionIndex deeds) {
    this.access = access;
    this.deeds = deeds;
  }

  /**
   * Returns the permissions of all classes together; none if there are no classes.
   *
   * @param taken the classes that one reach takes; equal reaches must pass the same object, since
   *     results are cached by identity
   */
  EffectivePermissions of(List<ReachableAccounts.Taken> taken) {
    EffectivePermissions all = together.get(taken);
    if (all == null) {
      all = deeds.none();
      for (ReachableAccounts.Taken each : taken) {
        all = all.plus(known(each));
      }
      together.put(taken, all);
    }
    return all;
  }

  private EffectivePermissions known(ReachableAccounts.Taken taken) {
    EffectivePermissions abilities = known.get(taken);
    if (abilities == null) {
      abilities = find(taken);
      known.put(taken, abilities);
    }
    return abilities;
  }

  /**
   * Returns the permissions of a class. If the class results from adding or removing one account,
   * the result for the class before is reused.
   */
  private EffectivePermissions find(ReachableAccounts.Taken taken) {
    AccountClass fold = taken.fold();
    EffectivePermissions before =
        fold.before()
            .map(each -> known(new ReachableAccounts.Taken(each, taken.level(), taken.into())))
            .orElse(null);
    if (fold.added().isPresent()) {
      return before.plus(of(fold.added().get(), taken));
    }
    EffectivePermissions all = deeds.none();
    for (Account each : fold.variants()) {
      all = all.plus(of(each, taken));
      if (before != null && all.contains(before)) {
        return before; // an upper bound for every account of the class
      }
    }
    return all;
  }

  private EffectivePermissions of(Account account, ReachableAccounts.Taken taken) {
    Account now =
        account
            .with(
                ANYBODY) // a clone has a new login, and update_user addresses only logins that the
            // APIs accept
            .column("user_level", Integer.toString(taken.level()))
            .column("active", "Y")
            .column("failed_login_count", "0")
            .secret(Secret.UNKNOWN)
            .build();
    EffectivePermissions abilities = deeds.of(now);
    if (hindered(now)) {
      UserGroup open =
          taken.into().stream()
              .flatMap(by -> viewable(by).stream())
              .filter(group -> !access.settings().shuts(group))
              .findFirst()
              .orElse(null);
      if (open != null) {
        abilities =
            abilities.plus(deeds.of(now.with().column("user_group", open.userGroup()).build()));
      }
    }
    if (now.has(Flag.API_LIST_RESTRICT)) {
      for (String by : taken.into()) {
        for (UserGroup group : viewable(by)) {
          abilities = abilities.with(ListScope.ofMember(group));
        }
      }
    }
    return abilities;
  }

  /** Whether its group closes something that another group would open. */
  private boolean hindered(Account account) {
    return !access.groups().exists(account.userGroup())
        || access.groups().find(account.userGroup()).filter(access.settings()::shuts).isPresent();
  }

  /** Returns the groups that members of a group may view, and so may put others into. */
  private List<UserGroup> viewable(String by) {
    return viewable.computeIfAbsent(
        by,
        key -> {
          Groups groups = access.groups();
          UserScope scope =
              UserScope.ofUpdate(
                  Account.builder("").column("user_level", "9").column("user_group", by).build(),
                  groups);
          return groups.all().stream().filter(group -> scope.covers(0, group.userGroup())).toList();
        });
  }

  /** Returns a copy for an estate in which one account is replaced. */
  PermissionsAfterTakeover afterChange() {
    PermissionsAfterTakeover other = new PermissionsAfterTakeover(access, deeds);
    other.viewable.putAll(viewable);
    other.known.putAll(known); // unchanged classes are the same objects
    return other;
  }
}
