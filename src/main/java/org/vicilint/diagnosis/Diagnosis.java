package org.vicilint.diagnosis;

import java.util.List;
import java.util.Optional;
import org.vicilint.access.Decision;
import org.vicilint.access.Gate;
import org.vicilint.model.Account;
import org.vicilint.model.Change;

/**
 * Diagnosis of an answer.
 *
 * @param reply the answer
 * @param function the function that was called: the only candidate, or the one that the answer
 *     names; null when the answer names none and several give it
 * @param operation the parameter that was refused; null when none was, or several give this answer
 * @param candidates all possible origins that the build and the account leave
 * @param onBuild whether the build asked about answers so at all
 * @param lookup what the accounts at hand say
 * @param account the account at hand; null when there is none
 * @param decision what the evaluator says of the call, or of the gate that spoke when the call is
 *     not known; null when it was not asked
 * @param change the smallest change that opens the call, or the gate, or lets the agent do what the
 *     call asks of it; empty when it is not known
 */
public record Diagnosis(
    Reply reply,
    String function,
    String operation,
    List<Candidate> candidates,
    boolean onBuild,
    Lookup lookup,
    Account account,
    Decision decision,
    List<Change> change) {

  /** Result of looking up an answer in the accounts at hand. */
  public enum Lookup {
    /** No accounts are at hand, or the answer names none. */
    NOT_ASKED,
    /** There is no such account among them. */
    NO_ACCOUNT,
    /** By them the server answers just so. */
    AGREES,
    /** By them the server would answer something else. */
    DIFFERS
  }

  public Diagnosis {
    candidates = List.copyOf(candidates);
    change = List.copyOf(change);
  }

  /** An answer that refuses the caller nothing that is known. */
  static Diagnosis of(
      Reply reply, Lookup lookup, Account account, Decision decision, List<Change> change) {
    return new Diagnosis(
        reply, reply.named(), null, List.of(), true, lookup, account, decision, change);
  }

  /** The gate that spoke; empty when the answer is no refusal of the caller. */
  public Optional<Gate.Kind> gate() {
    return candidates.stream().findFirst().map(Candidate::gate);
  }
}
