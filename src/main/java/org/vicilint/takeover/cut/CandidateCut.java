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
 * A change of an estate that the search evaluates.
 *
 * @param users the accounts to change
 * @param change the change
 * @param certain whether nothing says that an account needs what it loses
 * @param from the account whose column changes; null where sharing ends
 * @param to the account after the change; null where sharing ends
 * @param end the sharing that ends; null where a column changes
 */
record CandidateCut(
    List<String> users,
    Change change,
    boolean certain,
    Account from,
    Account to,
    SharedCredentials.End end) {

  /** The identity of a candidate, valid as long as no other cut changes its accounts. */
  record Id(List<String> users, Change change) {}

  /** Returns a candidate that changes one column. */
  public static CandidateCut of(Account account, Step.Cut cut) {
    Account to = account.with().column(cut.change().column(), cut.change().to()).build();
    return new CandidateCut(
        List.of(account.user()), cut.change(), cut.certain(), account, to, null);
  }

  /** Returns a candidate that ends some sharing. */
  public static CandidateCut of(SharedCredentials.End end) {
    return new CandidateCut(end.users(), end.change(), true, null, null, end);
  }

  Id id() {
    return new Id(users, change);
  }

  /** Returns the estate after the change. */
  EscalationGraph in(EscalationGraph land) {
    return from == null ? land.with(end.left()) : land.with(from, to);
  }

  /** Whether both candidates change a common account. */
  boolean meets(CandidateCut other) {
    Set<String> mine = new HashSet<>(users);
    return other.users.stream().anyMatch(mine::contains);
  }
}
