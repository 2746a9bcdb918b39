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
 * Who can become whom. An account becomes another when it sets its password with {@code
 * update_user}, or clones it with {@code copy_user}; a leaked credential leads further where it is
 * shared. What is reached opens new steps, with the level and the group that can be given to it.
 *
 * <p>Whether a function may be called is asked of the evaluator, and whom it may name of {@link
 * org.vicilint.access.UserScope} and {@link org.vicilint.access.NewLevel}. Not safe for several
 * threads.
 */
public final class Takeover {
  private final Supplier<List<Account>> accounts;
  private final AccessEvaluator access;
  private final EscalationGraph land;
  private final CutCandidates breaks;

  /**
   * @param kinds what stands behind an account: what a person's screens need is not known
   */
  public Takeover(Estate estate, AccessEvaluator access, Function<Account, Kind> kinds) {
    this(
        estate::accounts,
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
   * The same estate, in which one account is another, as the account itself sees it: with whom
   * others share their credentials is as before.
   *
   * @param from an account of the estate
   * @param to the account that it becomes, of the same name
   */
  public Takeover with(Account from, Account to) {
    Supplier<List<Account>> after = // hardly ever asked for
        () -> accounts.get().stream().map(each -> each == from ? to : each).toList();
    return new Takeover(after, access, land.with(from, to), breaks);
  }

  /**
   * The changes of one column that take power over others from an account, see {@link
   * CutCandidates}.
   */
  public List<Step.Cut> breaks(Account account) {
    return breaks.of(account);
  }

  /** Whether the credential of an account may lead to others; it does not where this is false. */
  public boolean mayLead(Account account) {
    return land.sharing().shares(account) || (account.active() && land.mayAct(account));
  }

  /** What is reached when the credential of an account leaks today. */
  public ReachableAccounts reach(Account account) {
    return new ReachableAccounts(account, land, false);
  }

  /** How the account becomes the other one in one request today; empty when it does not. */
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
   * Whether the account may make one of this level in this group with {@code add_user} today. What
   * it makes has no flags and becomes nobody, so that it is on no path.
   *
   * @param level 0 or more
   */
  public boolean creates(Account account, int level, String userGroup) {
    return land.creates(account, level, userGroup);
  }

  /**
   * The accounts that log in and whose credential opens anything, those in one that open the same:
   * of one level and group, with the same power and the same others that share their credential.
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
   * Accounts that open the same.
   *
   * @param accounts the accounts by login; at least one
   */
  public record Start(List<Account> accounts) {
    public Start {
      accounts = List.copyOf(accounts);
    }

    /** The first of them. */
    public Account account() {
      return accounts.get(0);
    }

    /** How many there are. */
    public int alike() {
      return accounts.size();
    }
  }

  /**
   * What an account reaches once its password is one that the API takes, and is no other's: whoever
   * sets it a new one has that.
   */
  public ReachableAccounts reachWithNewPassword(Account account) {
    return new ReachableAccounts(account, land, true);
  }

  /** The graph that paths are searched on. */
  public EscalationGraph land() {
    return land;
  }

  /** The changes that take power over others away. */
  public CutCandidates breaks() {
    return breaks;
  }

  /** The account of a login that is in the estate. */
  public Account account(String user) {
    return accounts.get().stream()
        .filter(account -> account.user().equals(user))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The shortest paths, all of one length; none when the target is not reached.
   *
   * @param limit the most that are wanted, at least 1
   */
  public List<Path> paths(ReachableAccounts reach, Target target, int limit) {
    List<Path> paths = new ArrayList<>();
    for (List<PathEdge> ways : new Paths(land, reach.waysTo(target), target).shortest(limit)) {
      paths.add(new PathExplainer(land, access, breaks, reach.from()).along(ways));
    }
    return paths;
  }
}
