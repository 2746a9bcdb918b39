package org.vicilint.engine;

import java.io.IOException;
import java.util.List;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Decision;
import org.vicilint.access.Subject;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.model.Account;

/**
 * The decisions for every account and every function of the builds, and for every operation on
 * request.
 *
 * @param accounts in the order of their logins
 * @param access the evaluator
 * @param operations whether to include operations
 */
public record Matrix(List<Account> accounts, AccessEvaluator access, boolean operations) {

  /** Receives decisions. */
  public interface Sink {
    /**
     * @param operation null for the plain function
     * @param refusal the gate that fails and the answer; null when granted
     */
    void accept(
        Account account, Function function, Operation operation, Verdict verdict, Decision refusal)
        throws IOException;
  }

  /** Decides everything, account by account, function by function, each with its operations. */
  public void decide(Sink sink) throws IOException {
    for (Account account : accounts) {
      Subject subject = access.prepare(account);
      for (int i = 0; i < access.functions().size(); i++) {
        Function function = access.functions().get(i);
        accept(sink, account, function, null, access.decide(subject, i));
        if (operations) {
          for (Operation operation : access.operations(function)) {
            accept(sink, account, function, operation, access.decide(subject, i, operation));
          }
        }
      }
    }
  }

  private void accept(
      Sink sink, Account account, Function function, Operation operation, Verdict verdict)
      throws IOException {
    Decision refusal =
        verdict == Verdict.GRANTED ? null : access.explain(account, function, operation);
    sink.accept(account, function, operation, verdict, refusal);
  }
}
