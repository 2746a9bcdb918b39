package org.vicilint.takeover.cut;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vicilint.model.Account;
import org.vicilint.takeover.AccountClass;
import org.vicilint.takeover.CapabilityGraph;
import org.vicilint.takeover.EscalationGraph;
import org.vicilint.takeover.LatentRightsIndex;
import org.vicilint.takeover.ReachableSet;
import org.vicilint.takeover.SharedCredentials;

/**
 * The reach of a start class: accounts that each open the same others, with the witnesses of that
 * reach. {@link CutImpact} uses the witnesses to decide whether a cut can change it.
 *
 * @param members the accounts; at least one
 * @param known the credentials that are known with that of the first account, its own included
 * @param users the logins of these credentials
 * @param held the indexes of the held capabilities, see {@link CapabilityGraph#number}
 * @param used the indexes of the account classes that hold them, see {@link ReachableSet#used}
 * @param each the totals of the first account
 */
record ReachOfClass(
    List<Account> members,
    Collection<SharedCredentials.Known> known,
    Set<String> users,
    BitSet held,
    BitSet used,
    TakeoverTotals each) {

  static ReachOfClass of(List<Account> members, EscalationGraph land) {
    Account first = members.get(0);
    ReachableSet spread = new ReachableSet(land, first, false);
    Collection<SharedCredentials.Known> known = List.copyOf(spread.known());
    Set<String> users =
        known.stream().map(one -> one.account().user()).collect(Collectors.toUnmodifiableSet());
    BitSet held = (BitSet) spread.held().clone(); // a clone has no spare words
    BitSet used = (BitSet) spread.used().clone();
    return new ReachOfClass(members, known, users, held, used, tally(first, known, held, land));
  }

  /**
   * Returns the same reach with new totals, for an estate where another account changes its level.
   */
  ReachOfClass counted(EscalationGraph land) {
    return new ReachOfClass(
        members, known, users, held, used, tally(members.get(0), known, held, land));
  }

  /** Returns the totals of all its accounts together. */
  TakeoverTotals all() {
    return each.times(members.size());
  }

  /** Whether the account class at this index is taken. */
  boolean reaches(int fold, CapabilityGraph powers) {
    for (int i = held.nextSetBit(0); i >= 0; i = held.nextSetBit(i + 1)) {
      if (powers.takes(i).get(fold)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the account class at this index is a witness of the reach. */
  boolean uses(int fold) {
    return used.get(fold);
  }

  private static TakeoverTotals tally(
      Account start,
      Collection<SharedCredentials.Known> shared,
      BitSet held,
      EscalationGraph land) {
    long pairs = 0;
    long weight = 0;
    int highest = 0;
    AccountClass own = land.fold(start);
    CapabilityGraph powers = land.powers();
    BitSet taken = new BitSet();
    held.stream().forEach(power -> taken.or(powers.takes(power)));
    taken.and(land.present());
    for (int i = taken.nextSetBit(0); i >= 0; i = taken.nextSetBit(i + 1)) {
      AccountClass fold = land.at(i);
      int count = fold == own ? fold.count() - 1 : fold.count();
      pairs += count;
      weight += count * TakeoverTotals.weight(fold.level());
      highest = count > 0 ? Math.max(highest, fold.level()) : highest;
    }
    for (SharedCredentials.Known known : shared) {
      Account account = land.current(known.account());
      int number = land.number(land.fold(account), -1);
      if (known.depth() > 0 && (number < 0 || !taken.get(number))) {
        pairs++;
        weight += TakeoverTotals.weight(account.userLevel());
        highest = Math.max(highest, account.userLevel());
      }
    }
    return new TakeoverTotals(pairs, weight, highest >= LatentRightsIndex.HIGHEST ? 1 : 0);
  }
}
