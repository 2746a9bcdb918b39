package org.vicilint.engine;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Gate;
import org.vicilint.access.PageEvaluator;
import org.vicilint.access.Subject;
import org.vicilint.catalog.Page;
import org.vicilint.model.Account;

/**
 * The decisions for every account and every administration page.
 *
 * @param accounts in the order of their logins
 * @param access the evaluator
 */
public record PageMatrix(List<Account> accounts, AccessEvaluator access) {

  /** Receives decisions. */
  public interface Sink {
    /**
     * @param refusal the gate that refuses; empty when the page is open
     */
    void accept(Account account, Page page, Optional<Gate.Kind> refusal) throws IOException;
  }

  /** Decides everything, account by account, page by page. */
  public void decide(Sink sink) throws IOException {
    PageEvaluator evaluator = access.pages();
    List<Page> pages = evaluator.pages();
    for (Account account : accounts) {
      Subject subject = access.prepare(account);
      List<Optional<Gate.Kind>> refusals = evaluator.refusals(subject);
      for (int i = 0; i < pages.size(); i++) {
        sink.accept(account, pages.get(i), refusals.get(i));
      }
    }
  }

  /** Returns the word for a decision in outputs. */
  public static String decision(boolean open) {
    return open ? "OPEN" : "REFUSED";
  }
}
