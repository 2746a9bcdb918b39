package org.vicilint.blastradius;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.model.Account;
import org.vicilint.model.AccountBuilder;
import org.vicilint.model.Change;
import org.vicilint.model.Estate;
import org.vicilint.model.Kind;
import org.vicilint.model.Secret;
import org.vicilint.profile.ReachWeights;
import org.vicilint.takeover.Path;
import org.vicilint.takeover.ReachableAccounts;
import org.vicilint.takeover.Takeover;
import org.vicilint.takeover.Target;

/**
 * Blast radius analysis of an estate: the permissions of each account by itself, and those of the
 * accounts that it can become, as they are after their takeover. Not thread-safe.
 */
public final class BlastRadiusAnalysis {
  private static final int HIGHEST = 9;

  private final Estate estate;
  private final AccessEvaluator access;
  private final Function<Account, Kind> kinds;
  private final Takeover takeover;
  private final PermissionIndex deeds;
  private final PermissionsAfterTakeover taken;
  private final Scoring scoring;

  /**
   * The rank of an account among all.
   *
   * @param rank 1 for the one that reaches farthest; accounts with one score have one rank
   * @param account the account
   * @param score the total score of its blast radius
   * @param accounts the number of accounts that it can become
   * @param highestLevel the highest level among them; -1 when there are none
   * @param withClones the number of further accounts that need clones; the score does not count
   *     them
   */
  public record Standing(
      int rank, Account account, Score score, long accounts, int highestLevel, long withClones) {}

  /**
   * @param kinds what stands behind an account
   * @param weights the weights of the parts of a score
   */
  public BlastRadiusAnalysis(
      Estate estate, AccessEvaluator access, Function<Account, Kind> kinds, ReachWeights weights) {
    this(estate, access, kinds, weights, new Takeover(estate, access, kinds));
  }

  /**
   * Creates an analysis that shares a takeover analysis with other users.
   *
   * @param takeover the takeover analysis of this estate
   */
  public BlastRadiusAnalysis(
      Estate estate,
      AccessEvaluator access,
      Function<Account, Kind> kinds,
      ReachWeights weights,
      Takeover takeover) {
    this.estate = estate;
    this.access = access;
    this.kinds = kinds;
    this.takeover = takeover;
    this.deeds = new PermissionIndex(access);
    this.taken = new PermissionsAfterTakeover(access, deeds);
    this.scoring = new Scoring(weights, Math.max(0, estate.accounts().size() - 1));
  }

  /**
   * Creates a copy for an estate in which one account has changed; it shares the caches of the
   * original.
   */
  private BlastRadiusAnalysis(
      BlastRadiusAnalysis other, Takeover takeover, PermissionsAfterTakeover taken) {
    this.estate = other.estate;
    this.access = other.access;
    this.kinds = other.kinds;
    this.takeover = takeover;
    this.deeds = other.deeds;
    this.taken = taken;
    this.scoring = other.scoring;
  }

  /** Returns the takeover analysis. */
  public Takeover takeover() {
    return takeover;
  }

  /** Returns the index of all permissions. */
  public PermissionIndex deeds() {
    return deeds;
  }

  /** Returns the blast radius of a leak of this account's credential today. */
  public BlastRadius of(Account account) {
    return of(account, takeover.reach(account));
  }

  /**
   * Returns the blast radius of the account after a takeover: with a new password, one that the API
   * accepts and no other account shares.
   */
  public BlastRadius ofTaken(Account account) {
    Account withNewPassword =
        account
            .with()
            .column("active", "Y")
            .column("failed_login_count", "0")
            .secret(Secret.UNKNOWN)
            .build();
    return of(withNewPassword, takeover.reachWithNewPassword(account));
  }

  private BlastRadius of(Account account, ReachableAccounts reach) {
    EffectivePermissions itself = deeds.of(account);
    EffectivePermissions all = itself.plus(taken.of(reach.taken()));
    for (ReachableAccounts.Shared each : reach.shared()) {
      all = all.plus(deeds.of(each.account()));
    }
    return new BlastRadius(
        account,
        kinds.apply(account),
        itself,
        all,
        reach,
        scoring.of(itself, all, reach.count(), reach.highestLevel()));
  }

  /**
   * Returns the blast radius of the account after some changes, in an otherwise unchanged estate.
   */
  public BlastRadius after(Account account, List<Change> changes) {
    AccountBuilder changed = account.with();
    changes.forEach(change -> changed.column(change.column(), change.to()));
    return after(account, changed.build());
  }

  /**
   * Returns the blast radius of an account that was changed in any way.
   *
   * @param account an account of the estate
   * @param changed the changed account, with the same login
   */
  BlastRadius after(Account account, Account changed) {
    if (!takeover.mayLead(changed)) {
      return of(changed, takeover.reach(changed)); // without takeovers, no other account matters
    }
    Takeover then = takeover.with(account, changed);
    return new BlastRadiusAnalysis(this, then, taken.afterChange()).of(changed);
  }

  /** Returns all accounts, the highest score first, then by login. */
  public List<Standing> ranking() {
    List<Standing> all = new ArrayList<>(estate.accounts().size());
    for (Account account : estate.accounts()) {
      if (!takeover.mayLead(account)) { // nearly all accounts of an estate
        all.add(new Standing(0, account, scoring.of(deeds.of(account)), 0, -1, 0));
        continue;
      }
      BlastRadius reach = of(account);
      all.add(
          new Standing(
              0,
              account,
              reach.score(),
              reach.accounts(),
              reach.highestLevel(),
              reach.takeover().withClones().count()));
    }
    all.sort(
        Comparator.comparingLong((Standing each) -> each.score().total())
            .reversed()
            .thenComparing(each -> each.account().user()));
    int rank = 0;
    for (int i = 0; i < all.size(); i++) {
      Standing each = all.get(i);
      if (i == 0 || all.get(i - 1).score().total() != each.score().total()) {
        rank = i + 1;
      }
      all.set(
          i,
          new Standing(
              rank,
              each.account(),
              each.score(),
              each.accounts(),
              each.highestLevel(),
              each.withClones()));
    }
    return all;
  }

  /**
   * Returns the change that lowers the score most, see {@link MitigationSearch}; empty if none
   * does.
   */
  public Optional<Mitigation> shrink(BlastRadius reach) {
    return new MitigationSearch(this, access, takeover).best(reach);
  }

  /** Returns a shortest path to an account of level 9; empty if there is none. */
  public Optional<Path> pathToHighest(BlastRadius reach) {
    Target target = Target.level(HIGHEST);
    return reach.takeover().contains(target)
        ? takeover.paths(reach.takeover(), target, 1).stream().findFirst()
        : Optional.empty();
  }
}
