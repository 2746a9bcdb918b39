package org.vicilint.takeover.chart;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vicilint.model.Account;
import org.vicilint.model.Groups;
import org.vicilint.takeover.AccountClass;
import org.vicilint.takeover.chart.ChartBoxes.Item;

/** Accounts of a picture whose credentials open no others, by level and group. */
final class ChartOthers {
  private final int goal;
  private final Set<String> elsewhere;
  private final Map<Object, Item> items = new LinkedHashMap<>();

  private record Key(int level, String group) {}

  /**
   * @param goal the level that paths lead to
   * @param elsewhere the logins that have boxes of their own
   */
  ChartOthers(int goal, Set<String> elsewhere) {
    this.goal = goal;
    this.elsewhere = elsewhere;
  }

  /** Returns the key of accounts of a level and a group. */
  static Object key(int level, String group) {
    return new Key(level, Groups.key(group));
  }

  /** Returns the key of an account class. */
  static Object key(AccountClass fold) {
    return key(fold.level(), fold.key().group());
  }

  /** Adds a number of accounts of one class. */
  void add(AccountClass fold, long accounts) {
    List<String> users =
        fold.some().stream().map(Account::user).filter(user -> !elsewhere.contains(user)).toList();
    add(fold.level(), fold.userGroup(), users, accounts);
  }

  /** Adds one account. */
  void add(Account account) {
    add(account.userLevel(), account.userGroup(), List.of(account.user()), 1);
  }

  private void add(int level, String group, List<String> users, long accounts) {
    int column = level >= goal ? 0 : Item.REACHED;
    Object key = key(level, group);
    items.merge(
        key, new Item(key, column, level, group, users, accounts, false, 0), ChartOthers::both);
  }

  private static Item both(Item one, Item other) {
    Set<String> users = new TreeSet<>(one.users());
    users.addAll(other.users());
    return new Item(
        one.key(),
        one.column(),
        one.level(),
        one.group(),
        users.stream().limit(AccountClass.NAMED).toList(),
        one.accounts() + other.accounts(),
        false,
        0);
  }

  /** Returns all items. */
  Collection<Item> items() {
    return items.values();
  }
}
