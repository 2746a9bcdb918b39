package org.vicilint.takeover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vicilint.model.Account;
import org.vicilint.model.Groups;

/**
 * The accounts that a leaked credential leads to in any number of steps, without its own account.
 */
public final class ReachableAccounts {
  private final Account from;
  private final EscalationGraph land;
  private final boolean withNewPassword;
  private final ReachableSet spread;
  private final Map<AccountClass, Integer> steps = new LinkedHashMap<>();
  private final Map<String, SharedCredentials.Known> known = new HashMap<>();
  private List<Part> parts;
  private List<AccountClass> cloned;

  /**
   * Reached accounts of one level and group.
   *
   * @param level their level
   * @param userGroup their group; empty if they have none
   * @param count the number of accounts; at least 1
   * @param users the first of them by login; all, or {@link AccountClass#NAMED}
   * @param steps the number of steps to the nearest of them
   */
  public record Part(int level, String userGroup, long count, List<String> users, int steps) {}

  /**
   * An account class after its takeover: with a new password, and active.
   *
   * @param fold the accounts
   * @param level the highest level that they have or can be given
   * @param into the groups whose members take them with {@code update_user}, as {@link Groups#key}
   *     has them: whatever those may view, the accounts can be put into; none for clones
   */
  public record Taken(AccountClass fold, int level, SortedSet<String> into) {}

  /**
   * Accounts that are reached only with clones.
   *
   * @param count the number of accounts
   * @param highestLevel the highest level among them; -1 when there are none
   * @param users the first of them by login; all, or {@link AccountClass#NAMED}
   */
  public record WithClones(long count, int highestLevel, List<String> users) {}

  /**
   * Another account whose credential is known with this one.
   *
   * @param account the account
   * @param kind the kind of step
   * @param integration the integration that holds both; empty for a shared password
   * @param from the account from which it is known
   */
  public record Shared(Account account, Step.Kind kind, String integration, Account from) {}

  /**
   * @param withNewPassword whether the search begins with a new password that the API accepts, in
   *     place of the account's own
   */
  ReachableAccounts(Account from, EscalationGraph land, boolean withNewPassword) {
    this.from = from;
    this.land = land;
    this.withNewPassword = withNewPassword;
    this.spread = new ReachableSet(land, from, withNewPassword);
    spread.known().stream()
        .filter(each -> each.depth() > 0)
        .forEach(each -> known.put(each.account().user(), each));
    for (int i = 0; i < spread.layers().size(); i++) {
      int distance = i + 1;
      spread.layers().get(i).stream().forEach(number -> steps.put(land.at(number), distance));
    }
  }

  /** Returns the account whose credential leaks. */
  public Account from() {
    return from;
  }

  /** Returns the credentials that are known with the leaked one, the leaked one first. */
  public Collection<SharedCredentials.Known> known() {
    return spread.known();
  }

  /** Returns the transitions up to the length of the shortest paths to the target. */
  PathExpansion waysTo(Target target) {
    int least = Integer.MAX_VALUE;
    AccountClass own = land.fold(from);
    for (Map.Entry<AccountClass, Integer> each : steps.entrySet()) {
      boolean other = each.getKey() != own || own.count() > 1;
      if (other && each.getValue() < least && target.among(each.getKey(), land)) {
        least = each.getValue();
      }
    }
    for (SharedCredentials.Known each : known.values()) {
      least = target.is(each.account()) ? Math.min(least, each.depth()) : least;
    }
    return new PathExpansion(land, from, withNewPassword, least == Integer.MAX_VALUE ? 0 : least);
  }

  /** Whether the credential leads to this account of the estate. */
  public boolean contains(Account other) {
    return !other.user().equals(from.user())
        && (known.containsKey(other.user()) || steps.containsKey(land.fold(other)));
  }

  /** Whether requests lead to accounts of this class. */
  public boolean contains(AccountClass fold) {
    return steps.containsKey(fold);
  }

  /** Whether the credential leads to a target account. */
  public boolean contains(Target target) {
    if (target.account() != null) {
      return contains(target.account());
    }
    return highestLevel() >= target.level();
  }

  /**
   * Returns the account classes that requests take, each with the highest level that it can be
   * given. The class of the leaked credential is among them if another account can raise it.
   */
  public List<Taken> taken() {
    return land.taken(spread);
  }

  /**
   * Returns the accounts whose credentials are known with this one, by login; an account with
   * several links appears once for each.
   */
  public List<Shared> shared() {
    return known.values().stream()
        .flatMap(
            each ->
                each.links().stream()
                    .map(
                        link ->
                            new Shared(
                                each.account(),
                                link.kind(),
                                link.integration() == null ? "" : link.integration(),
                                each.from().account())))
        .sorted(Comparator.comparing(each -> each.account().user()))
        .toList();
  }

  /**
   * Returns the number of other accounts that the account itself takes in one step.
   *
   * @param kind {@link Step.Kind#UPDATE} or {@link Step.Kind#COPY}
   */
  public long direct(Step.Kind kind) {
    Foothold itself = withNewPassword ? land.taken(from) : land.own(from);
    AccountClass own = land.fold(from);
    return land.folds().stream()
        .filter(
            fold ->
                kind == Step.Kind.UPDATE ? itself.updates(fold.key()) : itself.clones(fold.key()))
        .mapToLong(fold -> fold == own ? fold.count() - 1 : fold.count())
        .sum();
  }

  /**
   * Returns the additional accounts that are reached when an account on the way is cloned and both
   * are used: an upper bound, found as a set without paths. It is empty except for accounts that
   * may call both functions and see only some groups.
   */
  public WithClones withClones() {
    long count = 0;
    int highest = -1;
    TreeSet<String> users = new TreeSet<>();
    for (AccountClass fold : cloned()) {
      long told =
          known.values().stream().filter(each -> land.fold(each.account()) == fold).count()
              + (land.fold(from) == fold ? 1 : 0);
      if (fold.count() > told) {
        count += fold.count() - told;
        highest = Math.max(highest, fold.level());
        users.addAll(users(fold));
        users.removeAll(known.keySet());
      }
    }
    return new WithClones(count, highest, users.stream().limit(AccountClass.NAMED).toList());
  }

  /** Whether it leads to a target account, but only with clones. */
  public boolean containsWithClones(Target target) {
    return !contains(target)
        && (target.account() == null || !target.account().user().equals(from.user()))
        && cloned().stream().anyMatch(fold -> target.among(fold, land));
  }

  private List<AccountClass> cloned() {
    if (cloned == null) {
      cloned = Clones.more(land, from, withNewPassword, spread);
    }
    return cloned;
  }

  /** Returns the number of accounts that it leads to. */
  public long count() {
    return parts().stream().mapToLong(Part::count).sum();
  }

  /** Returns the highest level among them; -1 if there are none. */
  public int highestLevel() {
    return parts().stream().mapToInt(Part::level).max().orElse(-1);
  }

  /** Returns the accounts by level and group, the highest level first. */
  public List<Part> parts() {
    if (parts == null) {
      parts = List.copyOf(count(known.values()));
    }
    return parts;
  }

  private List<Part> count(Collection<SharedCredentials.Known> shared) {
    record Place(int level, String group) {}
    Map<Place, Part> parts = new HashMap<>();
    AccountClass own = land.fold(from);
    steps.forEach(
        (fold, distance) -> {
          int count = fold == own ? fold.count() - 1 : fold.count();
          if (count > 0) {
            parts.merge(
                new Place(fold.level(), fold.key().group()),
                new Part(fold.level(), fold.userGroup(), count, users(fold), distance),
                ReachableAccounts::both);
          }
        });
    for (SharedCredentials.Known each : shared) {
      Account account = each.account();
      int more = steps.containsKey(land.fold(account)) ? 0 : 1; // otherwise it is already counted
      parts.merge(
          new Place(account.userLevel(), Groups.key(account.userGroup())),
          new Part(
              account.userLevel(),
              account.userGroup(),
              more,
              List.of(account.user()),
              each.depth()),
          ReachableAccounts::both);
    }
    List<Part> sorted = new ArrayList<>(parts.values());
    sorted.sort(Comparator.comparingInt(Part::level).reversed().thenComparing(Part::userGroup));
    return sorted;
  }

  private List<String> users(AccountClass fold) {
    return fold.some().stream()
        .map(Account::user)
        .filter(user -> !user.equals(from.user()))
        .toList();
  }

  private static Part both(Part one, Part other) {
    TreeSet<String> users = new TreeSet<>(one.users);
    users.addAll(other.users);
    return new Part(
        one.level,
        one.userGroup.compareTo(other.userGroup) <= 0 ? one.userGroup : other.userGroup,
        one.count + other.count,
        users.stream().limit(AccountClass.NAMED).toList(),
        Math.min(one.steps, other.steps));
  }
}
