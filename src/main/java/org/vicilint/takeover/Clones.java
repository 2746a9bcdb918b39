package org.vicilint.takeover;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vicilint.model.Account;

/**
 * The additional reach of a leaked credential when an account on the way is cloned and both are
 * used; from level 9 on an account may even clone itself. Two accounts of one class can put each
 * other where neither can put itself, which matters to accounts that see only some groups. Paths
 * lead from one account of the estate to another and do not cover clones. So the additional reach
 * is found as a set, without paths, as an upper bound: a fixed-point iteration adds clones until
 * the reach makes no new ones.
 */
final class Clones {
  private final Account start;
  private final boolean withNewPassword;
  private final Set<AccountClass.Key> made = new HashSet<>();
  private EscalationGraph land;
  private ReachableSet spread;

  private Clones(
      EscalationGraph land, Account start, boolean withNewPassword, ReachableSet spread) {
    this.land = land;
    this.start = start;
    this.withNewPassword = withNewPassword;
    this.spread = spread;
  }

  /**
   * Returns the account classes that are reached only with clones.
   *
   * @param spread the reach without clones
   */
  static List<AccountClass> more(
      EscalationGraph land, Account start, boolean withNewPassword, ReachableSet spread) {
    Clones clones = new Clones(land, start, withNewPassword, spread);
    clones.make();
    BitSet more = (BitSet) clones.spread.taken().clone();
    more.andNot(spread.taken());
    more.and(land.present());
    AccountClass own = land.fold(start);
    return more.stream()
        .mapToObj(land::at)
        .filter(fold -> fold != own || fold.count() > 1)
        .toList();
  }

  /** Adds clones and repeats the search until it finds no new clones. */
  private void make() {
    for (Set<AccountClass.Key> next = next(); !next.isEmpty(); next = next()) {
      made.addAll(next);
      land = land.withClones(next);
      spread = new ReachableSet(land, start, withNewPassword);
    }
  }

  private Set<AccountClass.Key> next() {
    Set<AccountClass.Key> next = new HashSet<>();
    spread.held().stream().mapToObj(land.powers()::power).forEach(power -> next(power, next));
    next.removeAll(made);
    return next;
  }

  private void next(Capability power, Set<AccountClass.Key> next) {
    if (power.clonesItself() && land.groups().exists(power.id().group())) {
      next.add(power.twin());
    }
    for (AccountClass fold : power.id().copy() ? land.editors() : List.<AccountClass>of()) {
      if (fold.count() == 1 && power.clones(fold.key()) && !land.powers().seesAll(fold.key())) {
        next.add(fold.key());
      }
    }
  }
}
