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
 * Whose credential is known to whoever knows another one: accounts with one password, and accounts
 * that one integration holds. What is known of an inactive account is worth nothing, and leads on
 * only where it is the one that leaks.
 */
public final class SharedCredentials {
  private final Predicate<Account> admitted;
  private final Map<Long, List<Account>> bySecret = new HashMap<>();
  private final Map<String, List<Account>> byIntegration = new HashMap<>();

  /** The logins of accounts that have nothing in common with others any more. */
  private final Set<String> apart = new HashSet<>();

  /**
   * A credential that is known.
   *
   * @param account whose it is
   * @param depth how many steps away it is; 0 for the one that leaked
   * @param from the one from which it is known; null for the one that leaked
   * @param links how: all that it shares with that one
   */
  public record Known(Account account, int depth, Known from, List<Link> links) {
    public Step.Kind kind() {
      return links.get(0).kind();
    }
  }

  /**
   * What two accounts share.
   *
   * @param integration what holds both; null for a password
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
   * @param admitted whether a login of the account is good for anything
   */
  SharedCredentials(Accounts accounts, Predicate<Account> admitted) {
    this.admitted = admitted;
    bySecret.putAll(accounts.sharing());
    for (Account account : accounts) {
      if (account.declaration() == Declaration.NONE) {
        continue; // all accounts of a table that no manifest speaks of
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

  /** What stands for the account's password where others have it, too; else null. */
  Long secret(Account account) {
    return account.secret().known() && bySecret.containsKey(account.secret().fingerprint())
        ? account.secret().fingerprint()
        : null;
  }

  /**
   * Accounts that share a credential, or its keeper.
   *
   * @param key what stands for the password, or the integration
   * @param accounts two or more
   */
  record Group(Object key, List<Account> accounts) {

    /** What ends it. */
    Change change() {
      return key instanceof String integration
          ? new Change("used_by", integration, "(an integration of its own for each)")
          : new Change("pass", "(shared)", "(a password of its own for each)");
    }
  }

  /** All that share something; in an order that places and keys do not decide. */
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
   * A change that ends some of it.
   *
   * @param users the accounts that it is made on
   * @param change the change
   * @param left makes what is shared afterwards
   */
  public record End(List<String> users, Change change, Supplier<SharedCredentials> left) {}

  /**
   * The changes that end something: each password and each integration given up by all who have it,
   * and all that an account shares given up by this one, where that is more than one thing. Of
   * accounts that share the same, the first.
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

  /** The change that gives an account something of its own instead of all that. */
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

  /** The same when one of the groups shares no more. */
  private SharedCredentials without(Group group) {
    SharedCredentials left = new SharedCredentials(Accounts.of(List.of()), admitted);
    left.bySecret.putAll(bySecret);
    left.byIntegration.putAll(byIntegration);
    left.bySecret.remove(group.key());
    left.byIntegration.remove(group.key());
    left.apart.addAll(apart);
    return left;
  }

  /** The same when one account shares no more. */
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

  /** All that is known with the credential of an account, itself first; nearer ones first. */
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

  /** What the account shares, by fingerprint or integration, with all who do. */
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
