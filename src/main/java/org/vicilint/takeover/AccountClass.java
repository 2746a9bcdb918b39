package org.vicilint.takeover;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vicilint.model.Account;

/**
 * An equivalence class of accounts: one level and group, and the same power over others. A class
 * can hold thousands of agents, so the search never enumerates pairs of accounts.
 */
public final class AccountClass {
  /** The number of accounts whose names a class of accounts without power keeps. */
  public static final int NAMED = 5;

  private final Key key;
  private final List<Account> some = new ArrayList<>(1);
  private final Variants variants = new Variants();
  private final Map<Place, Foothold> holds = new HashMap<>();
  private int count;

  /**
   * The class before the last account was added or removed; null for a class that was not changed.
   */
  private AccountClass before;

  private Account added;

  /** A level and a group that an account of the class may be given. */
  record Place(int level, String group) {}

  /**
   * The key of an equivalence class.
   *
   * @param level their {@code user_level}
   * @param group their {@code user_group}, as {@link org.vicilint.model.Groups#key} has it
   * @param active whether they are active; one that is not can be activated
   * @param updatable whether {@code update_user} can address them by name
   * @param copyable whether {@code copy_user} can, and their group exists
   * @param editor their latent rights over others
   */
  public record Key(
      int level,
      String group,
      boolean active,
      boolean updatable,
      boolean copyable,
      LatentRights editor) {}

  AccountClass(Key key) {
    this.key = key;
  }

  void add(Account account) {
    count++;
    variants.add(account);
    name(account);
  }

  /** Appends the accounts of another class with the same key. */
  void addAll(AccountClass others) {
    count += others.count;
    variants.addAll(others.variants);
    others.some.forEach(this::name);
  }

  private void name(Account account) {
    if (some.size() < NAMED || key.editor.any()) {
      some.add(account); // accounts with power are few, and a search may ask for each
    }
  }

  /** Returns a copy without one account; null if it was the only one. */
  AccountClass without(Account account) {
    if (count == 1) {
      return null;
    }
    AccountClass left = copy();
    left.some.removeIf(each -> each.user().equals(account.user()));
    left.variants.remove(account);
    left.count--;
    return left;
  }

  /** Returns a copy with one more account. */
  AccountClass with(Account account) {
    AccountClass more = copy();
    more.add(account);
    more.added = account;
    return more;
  }

  private AccountClass copy() {
    AccountClass copy = new AccountClass(key);
    copy.addAll(this);
    copy.before = this;
    return copy;
  }

  /** Returns the foothold in an account of this class with this level and group, made once. */
  Foothold hold(Place place, Function<Place, Foothold> make) {
    return holds.computeIfAbsent(place, make);
  }

  public Key key() {
    return key;
  }

  /** Returns their level. */
  public int level() {
    return key.level;
  }

  /** Returns their group, spelled as in the first account; empty if they have none. */
  public String userGroup() {
    return some.get(0).userGroup();
  }

  /** Whether they are active. */
  public boolean active() {
    return key.active;
  }

  /** Returns the count of accounts; at least 1. */
  public int count() {
    return count;
  }

  /**
   * Returns one account for each different combination of flags, {@code modify_leads} and
   * functions.
   */
  public Iterable<Account> variants() {
    return variants::firsts;
  }

  /** Returns the class before the last account was added or removed; empty if none was. */
  public Optional<AccountClass> before() {
    return Optional.ofNullable(before);
  }

  /** Returns the account that was added last; empty if none was. */
  public Optional<Account> added() {
    return Optional.ofNullable(added);
  }

  /** Returns the first accounts by login, at most {@link #NAMED}. */
  public List<Account> some() {
    return Collections.unmodifiableList(some.subList(0, Math.min(NAMED, some.size())));
  }
}
