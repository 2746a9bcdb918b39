package org.vicilint.takeover;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Kind;

/**
 * Account takeover analysis: which accounts can become which. An account becomes another when it
 * sets its password with {@code update_user}, or clones it with {@code copy_user}; a leaked
 * credential leads further where it is shared. A taken account opens new steps, with the level and
 * the group that it can be given.
 *
 * <p>The evaluator decides whether a function may be called; the accounts that it may name come
 * from {@link org.vicilint.access.UserScope} and {@link org.vicilint.access.NewLevel}. Not safe for
 * several threads.
 */
public final class Takeover {
  private final Supplier<List<Account>> accounts;
  private final AccessEvaluator access;
  private final EscalationGraph land;
  private final CutCandidates breaks;

  /**
   * @param kinds what stands behind an account; the needs of a person's screens are unknown
   */
  public Takeover(Estate estate, AccessEvaluator access, Function<Account, Kind> kinds) {
    this(
        () -> estate.accounts().inOrder(),
        access,
        new EscalationGraph(estate, access),
        new CutCandidates(access, kinds, estate::accounts));
  }

  private Takeover(
      Supplier<List<Account>> accounts,
      AccessEvaluator access,
      EscalationGraph land,
      CutCandidates breaks) {
    this.accounts = accounts;
    this.access = access;
    this.land = land;
    this.breaks = breaks;
  }

  /**
   * Returns the analysis of the estate with one account replaced, for questions about this account
   * only: the credentials that other accounts share stay as before.
   *
   * @param from an account of the estate
   * @param to the replacement, with the same login
   */
  public Takeover with(Account from, Account to) {
    Supplier<List<Account>> after = // rarely needed, so computed lazily
        () -> accounts.get().stream().map(each -> each == from ? to : each).toList();
    return new Takeover(after, access, land.with(from, to), breaks);
  }

  /**
   * Returns the changes of one column that take power over others from an account, see {@link
   * CutCandidates}.
   */
  public List<Step.Cut> breaks(Account account) {
    return breaks.of(account);
  }

  /**
   * Whether the credential of an account may lead to others: a necessary condition, cheap to test.
   */
  public boolean mayLead(Account account) {
    return land.sharing().shares(account) || (account.active() && land.mayAct(account));
  }

  /** Returns the accounts that are reached when the credential of an account leaks today. */
  public ReachableAccounts reach(Account account) {
    return new ReachableAccounts(account, land, false);
  }

  /**
   * Returns the kinds of single requests with which the account becomes the other one today; empty
   * if there is none.
   */
  public Set<Step.Kind> direct(Account account, Account other) {
    Foothold hold = land.own(account);
    Set<Step.Kind> kinds = EnumSet.noneOf(Step.Kind.class);
    if (hold.updates(land.key(other))) {
      kinds.add(Step.Kind.UPDATE);
    }
    if (hold.clones(land.key(other))) {
      kinds.add(Step.Kind.COPY);
    }
    return kinds;
  }

  /**
   * Whether the account may create one with this level in this group with {@code add_user} today. A
   * created account has no flags and cannot become others, so it is on no path.
   *
   * @param level 0 or more
   */
  public boolean creates(Account account, int level, String userGroup) {
    return land.creates(account, level, userGroup);
  }

  /**
   * Returns the accounts that can log in and whose credential opens others, grouped by equal reach:
   * one level and group, the same power, and the same shared credentials.
   */
  public List<Start> starts() {
    record Alike(
        AccountClass fold, boolean update, boolean copy, Long secret, Set<String> integrations) {}
    Map<Alike, List<Account>> starts = new LinkedHashMap<>();
    for (Account account : accounts.get()) {
      boolean shares = land.sharing().shares(account) && land.admits(account);
      if (!shares && !(account.active() && land.mayAct(account))) {
        continue; // nearly all accounts of an estate
      }
      Foothold hold = land.own(account);
      if (hold.acts() || shares) {
        Alike alike =
            new Alike(
                hold.fold(),
                hold.update(),
                hold.copy(),
                land.sharing().secret(account),
                new TreeSet<>(account.declaration().usedBy()));
        starts.computeIfAbsent(alike, key -> new ArrayList<>(1)).add(account);
      }
    }
    return starts.values().stream().map(Start::new).toList();
  }

  /**
   * Accounts with the same reach.
   *
   * @param accounts the accounts by login; at least one
   */
  public record Start(List<Account> accounts) {
    public Start {
      accounts = List.copyOf(accounts);
    }

    /** Returns the first account. */
    public Account account() {
      return accounts.get(0);
    }

    /** Returns the count of accounts. */
    public int alike() {
      return accounts.size();
    }
  }

  /**
   * Returns the accounts that an account reaches once it has a new password, one that the API
   * accepts and no other account shares.
   */
  public ReachableAccounts reachWithNewPassword(Account account) {
    return new ReachableAccounts(account, land, true);
  }

  /** Returns the graph on which paths are searched. */
  public EscalationGraph land() {
    return land;
  }

  /** Returns the finder of changes that take power over others away. */
  public CutCandidates breaks() {
    return breaks;
  }

  /** Returns the account with a login of the estate. */
  public Account account(String user) {
    return accounts.get().stream()
        .filter(account -> account.user().equals(user))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Returns the shortest paths, all of one length; none if the target is not reached.
   *
   * @param limit the most paths to return, at least 1
   */
  public List<Path> paths(ReachableAccounts reach, Target target, int limit) {
    List<Path> paths = new ArrayList<>();
    for (List<PathEdge> ways : new Paths(land, reach.waysTo(target), target).shortest(limit)) {
      paths.add(new PathExplainer(land, access, breaks, reach.from()).along(ways));
    }
    return paths;
  }
}
