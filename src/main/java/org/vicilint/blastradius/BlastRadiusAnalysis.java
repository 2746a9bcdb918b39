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
 * How far the credentials of an estate reach: what each account can do by itself, and what the
 * accounts can do that it can become, as they are once they are taken. Not safe for several
 * threads.
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
   * Where an account stands among all.
   *
   * @param rank 1 for the one that reaches farthest; accounts with one score have one rank
   * @param account the account
   * @param score how far its credential reaches
   * @param accounts how many accounts it can become
   * @param highestLevel the highest level among them; -1 when there are none
   * @param withClones how many more with clones only; they count for nothing in the score
   */
  public record Standing(
      int rank, Account account, Score score, long accounts, int highestLevel, long withClones) {}

  /**
   * @param kinds what stands behind an account
   * @param weights what the parts of a score count
   */
  public BlastRadiusAnalysis(
      Estate estate, AccessEvaluator access, Function<Account, Kind> kinds, ReachWeights weights) {
    this(estate, access, kinds, weights, new Takeover(estate, access, kinds));
  }

  /**
   * The same, with what others use, too.
   *
   * @param takeover who can become whom in this estate
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

  /** What another one works with, where one account has changed. */
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

  /** Who can become whom. */
  public Takeover takeover() {
    return takeover;
  }

  /** What there is to do. */
  public PermissionIndex deeds() {
    return deeds;
  }

  /** What is lost when the credential of this account leaks today. */
  public BlastRadius of(Account account) {
    return of(account, takeover.reach(account));
  }

  /**
   * The same once its password is one that the API takes, and is no other's: so it is for whoever
   * takes the account.
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

  /** The same account after some changes, in an estate where nothing else has changed. */
  public BlastRadius after(Account account, List<Change> changes) {
    AccountBuilder changed = account.with();
    changes.forEach(change -> changed.column(change.column(), change.to()));
    return after(account, changed.build());
  }

  /**
   * The same for an account that was changed in any way.
   *
   * @param account an account of the estate
   * @param changed what becomes of it, under the same name
   */
  BlastRadius after(Account account, Account changed) {
    if (!takeover.mayLead(changed)) {
      return of(changed, takeover.reach(changed)); // nothing of the others matters
    }
    Takeover then = takeover.with(account, changed);
    return new BlastRadiusAnalysis(this, then, taken.afterChange()).of(changed);
  }

  /** All accounts, those that reach farthest first, then by login. */
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

  /** The change that shrinks the score most, see {@link MitigationSearch}; empty when none does. */
  public Optional<Mitigation> shrink(BlastRadius reach) {
    return new MitigationSearch(this, access, takeover).best(reach);
  }

  /** A shortest path to an account of level 9; empty when there is none. */
  public Optional<Path> pathToHighest(BlastRadius reach) {
    Target target = Target.level(HIGHEST);
    return reach.takeover().contains(target)
        ? takeover.paths(reach.takeover(), target, 1).stream().findFirst()
        : Optional.empty();
  }
}
