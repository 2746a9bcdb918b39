package org.vicilint.takeover;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.vicilint.model.Account;
import org.vicilint.model.Accounts;
import org.vicilint.model.Change;
import org.vicilint.model.Declaration;

/**
 * Credentials that are known together: those of accounts with one password, and of accounts that
 * one integration holds. The credential of an inactive account is worthless, and leads to others
 * only where it is the leaked one.
 */
public final class SharedCredentials {
  private final Predicate<Account> admitted;
  private final Map<Long, List<Account>> bySecret = new HashMap<>();
  private final Map<String, List<Account>> byIntegration = new HashMap<>();

  /** The logins of accounts that no longer share anything. */
  private final Set<String> apart = new HashSet<>();

  /**
   * A known credential.
   *
   * @param account the account that it belongs to
   * @param depth the number of steps to it; 0 for the leaked one
   * @param from the credential from which it is known; null for the leaked one
   * @param links everything that it shares with that one
   */
  public record Known(Account account, int depth, Known from, List<Link> links) {
    public Step.Kind kind() {
      return links.get(0).kind();
    }
  }

  /**
   * A reason why two credentials are known together.
   *
   * @param integration the integration that holds both; null for a shared password
   */
  record Link(String integration) {
    public Step.Kind kind() {
      return integration == null ? Step.Kind.SAME_PASSWORD : Step.Kind.SAME_HOLDER;
    }
  }

  SharedCredentials(Accounts accounts) {
    this(accounts, Account::active);
  }

  /**
   * @param admitted whether a login of the account gives access
   */
  SharedCredentials(Accounts accounts, Predicate<Account> admitted) {
    this.admitted = admitted;
    bySecret.putAll(accounts.sharing());
    for (Account account : accounts) {
      if (account.declaration() == Declaration.NONE) {
        continue; // true of all accounts of a table that no manifest mentions
      }
      for (String integration : new TreeSet<>(account.declaration().usedBy())) {
        byIntegration.computeIfAbsent(integration, key -> new ArrayList<>(1)).add(account);
      }
    }
    byIntegration.values().removeIf(holders -> holders.size() < 2);
  }

  /** Whether the account shares anything. */
  boolean shares(Account account) {
    return partners(account, Set.of()).values().stream()
        .flatMap(List::stream)
        .anyMatch(other -> admitted.test(other) && !other.user().equals(account.user()));
  }

  /** Returns a fingerprint of the account's password if other accounts share it; null otherwise. */
  Long secret(Account account) {
    return account.secret().known() && bySecret.containsKey(account.secret().fingerprint())
        ? account.secret().fingerprint()
        : null;
  }

  /**
   * Accounts with one password, or held by one integration.
   *
   * @param key the fingerprint of the password, or the integration
   * @param accounts two or more
   */
  record Group(Object key, List<Account> accounts) {

    /** Returns the change that ends the sharing. */
    Change change() {
      return key instanceof String integration
          ? new Change("used_by", integration, "(an integration of its own for each)")
          : new Change("pass", "(shared)", "(a password of its own for each)");
    }
  }

  /** Returns all groups, in an order that does not depend on source locations or hash keys. */
  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    bySecret.forEach((key, accounts) -> groups.add(new Group(key, accounts)));
    groups.sort(Comparator.comparing(group -> group.accounts().get(0).user()));
    List<Group> integrations = new ArrayList<>();
    byIntegration.forEach((key, accounts) -> integrations.add(new Group(key, accounts)));
    integrations.sort(Comparator.comparing(group -> (String) group.key()));
    groups.addAll(integrations);
    return groups;
  }

  /**
   * A change that ends some sharing.
   *
   * @param users the accounts that it is made on
   * @param change the change
   * @param left computes the sharing after the change
   */
  public record End(List<String> users, Change change, Supplier<SharedCredentials> left) {}

  /**
   * Returns the changes that end some sharing: for each password and each integration, all its
   * accounts give it up; and for each account that shares more than one thing, it gives up all of
   * them. Of equivalent accounts that share the same, only the first is proposed.
   */
  public List<End> ends(Function<Account, Object> alike) {
    List<End> ends = new ArrayList<>();
    Map<String, Account> accounts = new TreeMap<>();
    for (Group group : groups()) {
      ends.add(
          new End(
              group.accounts.stream().map(Account::user).toList(),
              group.change(),
              () -> without(group)));
      group.accounts.forEach(account -> accounts.put(account.user(), account));
    }
    Set<Object> seen = new HashSet<>();
    for (Account account : accounts.values()) {
      Set<Object> keys = partners(account, Set.of()).keySet();
      if (keys.size() > 1 && seen.add(List.of(keys, alike.apply(account)))) {
        List<Link> links = keys.stream().map(SharedCredentials::link).toList();
        ends.add(new End(List.of(account.user()), own(links), () -> without(account)));
      }
    }
    return ends;
  }

  /** Returns the change that gives an account a credential of its own in place of these links. */
  static Change own(List<Link> links) {
    List<String> integrations =
        links.stream().map(Link::integration).filter(Objects::nonNull).toList();
    String list = String.join(", ", integrations);
    if (integrations.size() == links.size()) {
      return new Change("used_by", list, "(an integration of its own)");
    }
    return integrations.isEmpty()
        ? new Change("pass", "(shared)", "(a password of its own)")
        : new Change(
            "pass, used_by", "(shared), " + list, "(a password and an integration of its own)");
  }

  private static Link link(Object key) {
    return new Link(key instanceof String name ? name : null);
  }

  /** Returns the sharing without one group. */
  private SharedCredentials without(Group group) {
    SharedCredentials left = new SharedCredentials(Accounts.of(List.of()), admitted);
    left.bySecret.putAll(bySecret);
    left.byIntegration.putAll(byIntegration);
    left.bySecret.remove(group.key());
    left.byIntegration.remove(group.key());
    left.apart.addAll(apart);
    return left;
  }

  /** Returns the sharing without one account. */
  private SharedCredentials without(Account account) {
    SharedCredentials left = new SharedCredentials(Accounts.of(List.of()), admitted);
    bySecret.forEach((key, all) -> put(left.bySecret, key, all, account));
    byIntegration.forEach((key, all) -> put(left.byIntegration, key, all, account));
    left.apart.addAll(apart);
    left.apart.add(account.user());
    return left;
  }

  private static <K> void put(
      Map<K, List<Account>> left, K key, List<Account> all, Account account) {
    List<Account> others =
        all.stream().filter(each -> !each.user().equals(account.user())).toList();
    if (others.size() > 1) {
      left.put(key, others);
    }
  }

  /**
   * Returns the credentials that are known with that of an account, itself first, in breadth-first
   * order.
   */
  Collection<Known> with(Account start) {
    Map<String, Known> known = new LinkedHashMap<>();
    known.put(start.user(), new Known(start, 0, null, List.of()));
    Set<Object> told = new HashSet<>();
    Queue<Known> queue = new ArrayDeque<>(known.values());
    while (!queue.isEmpty()) {
      Known from = queue.remove();
      for (Map.Entry<Object, List<Account>> each : partners(from.account, told).entrySet()) {
        told.add(each.getKey());
        for (Account account : each.getValue()) {
          Known before = known.get(account.user());
          if (before != null && before.from == from) {
            before.links.add(link(each.getKey()));
          } else if (before == null && admitted.test(account)) {
            List<Link> links = new ArrayList<>(List.of(link(each.getKey())));
            Known next = new Known(account, from.depth + 1, from, links);
            known.put(account.user(), next);
            queue.add(next);
          }
        }
      }
    }
    return known.values();
  }

  /**
   * Returns the accounts with which an account shares something, by password fingerprint or
   * integration.
   */
  private Map<Object, List<Account>> partners(Account account, Set<Object> told) {
    Map<Object, List<Account>> partners = new LinkedHashMap<>();
    if (apart.contains(account.user())) {
      return partners;
    }
    if (account.secret().known()) {
      add(partners, told, account.secret().fingerprint(), bySecret);
    }
    for (String name : new TreeSet<>(account.declaration().usedBy())) {
      add(partners, told, name, byIntegration);
    }
    return partners;
  }

  private static <K> void add(
      Map<Object, List<Account>> partners, Set<Object> told, K key, Map<K, List<Account>> all) {
    List<Account> holders = all.get(key);
    if (holders != null && !told.contains(key)) {
      partners.put(key, holders);
    }
  }
}
