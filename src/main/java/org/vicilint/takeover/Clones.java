package org.vicilint.takeover;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vicilint.model.Account;

/**
 * What a leaked credential may lead to besides, when an account on the way is cloned and both are
 * used: from level 9 on an account may even clone itself. Two of one kind can put each other where
 * neither could put itself, which matters to accounts that see some groups only. Paths lead from
 * one account of the estate to another and do not tell of that; so it is found as a set, from
 * above, without its ways.
 */
final class Clones {
  private final Account start;
  private final boolean anew;
  private final Set<Fold.Key> made = new HashSet<>();
  private Landscape land;
  private Spread spread;

  private Clones(Landscape land, Account start, boolean anew, Spread spread) {
    this.land = land;
    this.start = start;
    this.anew = anew;
    this.spread = spread;
  }

  /**
   * The accounts that are taken then, and are not without clones; those that are alike in one.
   *
   * @param spread what is reached without clones
   */
  static List<Fold> more(Landscape land, Account start, boolean anew, Spread spread) {
    Clones clones = new Clones(land, start, anew, spread);
    clones.make();
    BitSet more = (BitSet) clones.spread.taken().clone();
    more.andNot(spread.taken());
    more.and(land.present());
    Fold own = land.fold(start);
    return more.stream()
        .mapToObj(land::at)
        .filter(fold -> fold != own || fold.count() > 1)
        .toList();
  }

  /** As long as what is reached makes new clones. */
  private void make() {
    for (Set<Fold.Key> next = next(); !next.isEmpty(); next = next()) {
      made.addAll(next);
      land = land.withClones(next);
      spread = new Spread(land, start, anew);
    }
  }

  private Set<Fold.Key> next() {
    Set<Fold.Key> next = new HashSet<>();
    spread.held().stream().mapToObj(land.powers()::power).forEach(power -> next(power, next));
    next.removeAll(made);
    return next;
  }

  private void next(Power power, Set<Fold.Key> next) {
    if (power.clonesItself() && land.groups().exists(power.id().group())) {
      next.add(power.twin());
    }
    for (Fold fold : power.id().copy() ? land.editors() : List.<Fold>of()) {
      if (fold.count() == 1 && power.clones(fold.key()) && !land.powers().seesAll(fold.key())) {
        next.add(fold.key());
      }
    }
  }
}
