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
 * Accounts that takeovers do not tell apart: of one level and group, and with the same power over
 * others. Thousands of agents are one of these, so that nothing is ever written out pair by pair.
 */
public final class AccountClass {
  /** How many of its accounts are known by name. */
  public static final int NAMED = 5;

  private final Key key;
  private final List<Account> some = new ArrayList<>(1);
  private final Variants variants = new Variants();
  private final Map<Place, Foothold> holds = new HashMap<>();
  private int count;

  /** What it was before one account went or came; null when none did. */
  private AccountClass before;

  private Account added;

  /** A level and a group that one of them may be given. */
  record Place(int level, String group) {}

  /**
   * What makes accounts alike.
   *
   * @param level their {@code user_level}
   * @param group their {@code user_group}, as {@link org.vicilint.model.Groups#key} has it
   * @param active whether they are active; one that is not can be activated
   * @param updatable whether {@code update_user} can be told their names
   * @param copyable whether {@code copy_user} can, and finds their group
   * @param editor what they may do to others
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

  /** Adds those of another one with the same key, which come behind these. */
  void addAll(AccountClass others) {
    count += others.count;
    variants.addAll(others.variants);
    others.some.forEach(this::name);
  }

  private void name(Account account) {
    if (some.size() < NAMED || key.editor.any()) {
      some.add(account); // those with power are few, and each may have to be told apart
    }
  }

  /** The same without one account; null when that was the only one. */
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

  /** The same with one account more. */
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

  /** One of them in somebody's hands, with this level and group; made once. */
  Foothold hold(Place place, Function<Place, Foothold> make) {
    return holds.computeIfAbsent(place, make);
  }

  public Key key() {
    return key;
  }

  /** Their level. */
  public int level() {
    return key.level;
  }

  /** Their group, as the first of them has it; empty when they have none. */
  public String userGroup() {
    return some.get(0).userGroup();
  }

  /** Whether they are active. */
  public boolean active() {
    return key.active;
  }

  /** How many there are; at least 1. */
  public int count() {
    return count;
  }

  /** One of each that are alike in flags, {@code modify_leads} and functions, too. */
  public Iterable<Account> variants() {
    return variants::firsts;
  }

  /** The same accounts without the one that came last, or with the one that went; else empty. */
  public Optional<AccountClass> before() {
    return Optional.ofNullable(before);
  }

  /** The account that came last; empty when one went. */
  public Optional<Account> added() {
    return Optional.ofNullable(added);
  }

  /** The first of them by login: all, or {@link #NAMED}. */
  public List<Account> some() {
    return Collections.unmodifiableList(some.subList(0, Math.min(NAMED, some.size())));
  }
}
