package org.vicilint.render.findings;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.vicilint.engine.ByAccount;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Finding;
import org.vicilint.model.Account;
import org.vicilint.model.Accounts;
import org.vicilint.rules.AuditedAccount;

/** As {@link ByAccount}, without the accounts that have no finding: mostly nearly all of them. */
final class FoundByAccount implements Iterator<ByAccount.Entry> {
  private final List<AuditedAccount> accounts;

  /** The accounts as they were read. */
  private final List<Account> plain;

  private final Iterator<Finding> findings;
  private Finding finding;

  /** Lower bound of the next index: callers ask in ascending account order. */
  private int next;

  private FoundByAccount(LintResult result) {
    Accounts read = result.estate().accounts();
    this.accounts = result.accounts();
    this.plain = read.byLogin() ? read : accounts.stream().map(AuditedAccount::account).toList();
    this.findings = result.findings().iterator();
    step();
  }

  /** Returns all entries, for one iteration. */
  static Iterable<ByAccount.Entry> of(LintResult result) {
    return () -> new FoundByAccount(result);
  }

  @Override
  public boolean hasNext() {
    return finding != null;
  }

  @Override
  public ByAccount.Entry next() {
    if (finding == null) {
      throw new NoSuchElementException();
    }
    String user = finding.user();
    List<Finding> theirs = new ArrayList<>();
    while (finding != null && finding.user().equals(user)) {
      theirs.add(finding);
      step();
    }
    return new ByAccount.Entry(user, account(user), theirs);
  }

  private void step() {
    finding = findings.hasNext() ? findings.next() : null;
  }

  /**
   * Returns the account with this login; null if there is none. It comes after the accounts of
   * earlier calls, and mostly near to them, so the search goes forward from there.
   */
  private AuditedAccount account(String user) {
    int from = next;
    int step = 1;
    while (from + step <= accounts.size() && order(from + step - 1, user) < 0) {
      from += step;
      step *= 2;
    }
    int to = Math.min(from + step, accounts.size());
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (order(middle, user) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    next = from;
    if (from == accounts.size()) {
      return null;
    }
    return plain.get(from).user().equals(user) ? accounts.get(from) : null;
  }

  private int order(int account, String user) {
    return plain.get(account).user().compareTo(user);
  }
}
