package org.vicilint.takeover;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vicilint.model.Account;

/**
 * Accounts that open the same, each by itself, and what one of them opens.
 *
 * @param members the accounts; at least one
 * @param spread what the first of them opens
 * @param each how much that is
 * @param users the logins whose credentials are known with the first one's, its own included
 */
record Opening(List<Account> members, Spread spread, Tally each, Set<String> users) {

  static Opening of(List<Account> members, Landscape land) {
    Spread spread = new Spread(land, members.get(0), false);
    Set<String> users = new HashSet<>();
    spread.known().forEach(known -> users.add(known.account().user()));
    return new Opening(members, spread, tally(members.get(0), spread, land), users);
  }

  /** The same, counted anew where another account has another level. */
  Opening counted(Landscape land) {
    return new Opening(members, spread, tally(members.get(0), spread, land), users);
  }

  /** How much all of them open. */
  Tally all() {
    return each.times(members.size());
  }

  /** Whether accounts with this number among the powers are taken. */
  boolean reaches(int fold, Powers powers) {
    return spread.held().stream().anyMatch(held -> powers.takes(held).get(fold));
  }

  /** Whether it needs accounts with this number on the way. */
  boolean uses(int fold) {
    return spread.used().get(fold);
  }

  private static Tally tally(Account start, Spread spread, Landscape land) {
    long pairs = 0;
    long weight = 0;
    int highest = 0;
    Fold own = land.fold(start);
    Powers powers = land.powers();
    BitSet taken = new BitSet();
    spread.held().stream().forEach(power -> taken.or(powers.takes(power)));
    taken.and(land.present());
    for (int i = taken.nextSetBit(0); i >= 0; i = taken.nextSetBit(i + 1)) {
      Fold fold = land.at(i);
      int count = fold == own ? fold.count() - 1 : fold.count();
      pairs += count;
      weight += count * Tally.weight(fold.level());
      highest = count > 0 ? Math.max(highest, fold.level()) : highest;
    }
    for (Sharing.Known known : spread.known()) {
      Account account = land.current(known.account());
      int number = land.number(land.fold(account), -1);
      if (known.depth() > 0 && (number < 0 || !taken.get(number))) {
        pairs++;
        weight += Tally.weight(account.userLevel());
        highest = Math.max(highest, account.userLevel());
      }
    }
    return new Tally(pairs, weight, highest >= Editors.HIGHEST ? 1 : 0);
  }
}
