package org.vicilint.takeover;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vicilint.model.Account;

/**
 * Accounts that open the same, each by itself, and what one of them opens.
 *
 * @param members the accounts; at least one
 * @param exploration what the first of them opens
 * @param each how much that is
 * @param used the accounts with power that are needed on the way
 * @param users the logins whose credentials are known with the first one's, its own included
 */
record Opening(
    List<Account> members,
    Exploration exploration,
    Tally each,
    Set<Fold.Key> used,
    Set<String> users) {

  static Opening of(List<Account> members, Landscape land) {
    Exploration exploration = new Exploration(land, members.get(0), false);
    Set<String> users = new HashSet<>();
    exploration.known().forEach(known -> users.add(known.account().user()));
    Set<Fold.Key> used = new HashSet<>();
    for (Hold hold : exploration.holds()) {
      used.add(hold.fold().key());
    }
    return new Opening(members, exploration, tally(members.get(0), exploration, land), used, users);
  }

  /** The same, counted anew where another account has another level. */
  Opening counted(Landscape land) {
    return new Opening(members, exploration, tally(members.get(0), exploration, land), used, users);
  }

  /** How much all of them open. */
  Tally all() {
    return each.times(members.size());
  }

  boolean reaches(Fold.Key key) {
    return exploration.holds().stream().anyMatch(hold -> hold.takes(key));
  }

  private static Tally tally(Account start, Exploration exploration, Landscape land) {
    Set<Fold> reached = new HashSet<>();
    long pairs = 0;
    long weight = 0;
    int highest = 0;
    Fold own = land.fold(start);
    for (Fold fold : land.folds()) {
      if (exploration.holds().stream().anyMatch(hold -> hold.takes(fold.key()))) {
        reached.add(fold);
        int count = fold == own ? fold.count() - 1 : fold.count();
        pairs += count;
        weight += count * Tally.weight(fold.level());
        highest = count > 0 ? Math.max(highest, fold.level()) : highest;
      }
    }
    for (Sharing.Known known : exploration.known()) {
      Account account = land.current(known.account());
      if (known.depth() > 0 && !reached.contains(land.fold(account))) {
        pairs++;
        weight += Tally.weight(account.userLevel());
        highest = Math.max(highest, account.userLevel());
      }
    }
    return new Tally(pairs, weight, highest >= Editors.HIGHEST ? 1 : 0);
  }
}
