package org.vicilint.takeover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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
  private final Estate estate;
  private final AccessEvaluator access;
  private final Landscape land;
  private final Breaks breaks;

  /**
   * @param kinds what stands behind an account: what a person's screens need is not known
   */
  public Takeover(Estate estate, AccessEvaluator access, Function<Account, Kind> kinds) {
    this.estate = estate;
    this.access = access;
    this.land = new Landscape(estate, access);
    this.breaks = new Breaks(access, kinds);
  }

  /** The accounts that this one is like; itself alone when it is not one of the estate. */
  public Fold fold(Account account) {
    return land.fold(account);
  }

  /** The changes of one column that take power over others from an account, see {@link Breaks}. */
  public List<Step.Cut> breaks(Account account) {
    return breaks.of(account);
  }

  /** What is reached when the credential of an account leaks today. */
  public Reach reach(Account account) {
    return new Reach(account, land, new Exploration(land, account, false));
  }

  /**
   * The active accounts whose credential opens anything, those in one that open the same: of one
   * level and group, with the same power and the same others that share their credential.
   */
  public List<Start> starts() {
    record Alike(Fold fold, boolean update, boolean copy, Long secret, Set<String> integrations) {}
    Map<Alike, Start> starts = new LinkedHashMap<>();
    for (Account account : estate.accounts()) {
      Hold hold = land.own(account);
      if (account.active() && (hold.acts() || land.sharing().shares(account))) {
        Alike alike =
            new Alike(
                hold.fold(),
                hold.update(),
                hold.copy(),
                land.sharing().secret(account),
                new TreeSet<>(account.declaration().usedBy()));
        starts.merge(alike, new Start(account, 1), (one, more) -> one.plus(1));
      }
    }
    return List.copyOf(starts.values());
  }

  /**
   * Accounts that open the same.
   *
   * @param account the first of them by login
   * @param alike how many there are, itself included
   */
  public record Start(Account account, int alike) {
    private Start plus(int more) {
      return new Start(account, alike + more);
    }
  }

  /**
   * What an account reaches once its password is one that the API takes, and is no other's: whoever
   * sets it a new one has that.
   */
  public Reach reachAnew(Account account) {
    return new Reach(account, land, new Exploration(land, account, true));
  }

  /**
   * The shortest paths, all of one length; none when the target is not reached.
   *
   * @param limit the most that are wanted, at least 1
   */
  public List<Path> paths(Reach reach, Target target, int limit) {
    List<Path> paths = new ArrayList<>();
    for (List<Way> ways : new Paths(land, reach.exploration(), target).shortest(limit)) {
      paths.add(new Steps(land, access, breaks, reach.from()).along(ways));
    }
    return paths;
  }
}
