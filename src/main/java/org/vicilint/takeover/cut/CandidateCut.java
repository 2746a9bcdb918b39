package org.vicilint.takeover.cut;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.takeover.EscalationGraph;
import org.vicilint.takeover.SharedCredentials;
import org.vicilint.takeover.Step;

/**
 * A change of an estate that is tried.
 *
 * @param users the accounts that it is made on
 * @param change the change
 * @param certain whether nothing says that an account needs what it loses
 * @param from the account whose column is changed; null where sharing ends
 * @param to what that account becomes; null where sharing ends
 * @param end what ends; null where a column is changed
 */
record CandidateCut(
    List<String> users,
    Change change,
    boolean certain,
    Account from,
    Account to,
    SharedCredentials.End end) {

  /** What makes two attempts the same, as long as nothing else is changed on their accounts. */
  record Id(List<String> users, Change change) {}

  /** A change of one column. */
  public static CandidateCut of(Account account, Step.Cut cut) {
    Account to = account.with().column(cut.change().column(), cut.change().to()).build();
    return new CandidateCut(
        List.of(account.user()), cut.change(), cut.certain(), account, to, null);
  }

  /** Something that is shared no more. */
  public static CandidateCut of(SharedCredentials.End end) {
    return new CandidateCut(end.users(), end.change(), true, null, null, end);
  }

  Id id() {
    return new Id(users, change);
  }

  /** The estate after it. */
  EscalationGraph in(EscalationGraph land) {
    return from == null ? land.with(end.left()) : land.with(from, to);
  }

  /** Whether both change the same account. */
  boolean meets(CandidateCut other) {
    Set<String> mine = new HashSet<>(users);
    return other.users.stream().anyMatch(mine::contains);
  }
}
