package org.vicilint.simulate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vicilint.access.UserScope;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Phones;

/** The accounts after the earlier requests. */
final class SimulatedEstate {
  /** VICIdial's default of {@code system_settings.auto_user_add_value}. */
  private static final int FIRST_NUMBER = 101;

  /** The step from a number that is taken to the next one that the server tries. */
  private static final int STEP = 7;

  /** No account has a level below this one, so that only the group counts. */
  private static final int ANY_LEVEL = -1;

  private final Estate estate;
  private final Map<String, Account> accounts = new HashMap<>();
  private final Set<String> deleted = new HashSet<>();
  private int number = FIRST_NUMBER;

  SimulatedEstate(Estate estate) {
    this.estate = estate;
    estate.accounts().forEach(this::put);
  }

  /** Returns the account with this login; the server ignores case. */
  Optional<Account> find(String user) {
    return Optional.ofNullable(accounts.get(Groups.key(user)));
  }

  /** Whether an earlier request has deleted the account. */
  boolean deleted(String user) {
    return deleted.contains(Groups.key(user));
  }

  void put(Account account) {
    accounts.put(Groups.key(account.user()), account);
  }

  void remove(Account account) {
    accounts.remove(Groups.key(account.user()));
    deleted.add(Groups.key(account.user()));
  }

  Groups groups() {
    return estate.groups();
  }

  Phones phones() {
    return estate.phones();
  }

  /** Whether a group exists, and the caller may see it. */
  boolean viewable(Account caller, String group) {
    return groups().exists(group) && UserScope.ofUpdate(caller, groups()).covers(ANY_LEVEL, group);
  }

  /** Returns the login that the server would generate. */
  String nextNumber() {
    while (accounts.containsKey(Integer.toString(number))) {
      number += STEP;
    }
    return Integer.toString(number);
  }
}
