package org.vicilint.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.vicilint.finding.Finding;
import org.vicilint.rule.AuditedAccount;

/** As {@link ByAccount}, without the accounts that have no finding: mostly nearly all of them. */
final class FoundByAccount implements Iterator<ByAccount.Entry> {
  private final List<AuditedAccount> accounts;
  private final Iterator<Finding> findings;
  private Finding finding;

  private FoundByAccount(List<AuditedAccount> accounts, Iterator<Finding> findings) {
    this.accounts = accounts;
    this.findings = findings;
    step();
  }

  /** Goes over all of them, once. */
  static Iterable<ByAccount.Entry> of(LintResult result) {
    return () -> new FoundByAccount(result.accounts(), result.findings().iterator());
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

  /** The account of this name; null when there is none. */
  private AuditedAccount account(String user) {
    int from = 0;
    int to = accounts.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      AuditedAccount audited = accounts.get(middle);
      int order = audited.account().user().compareTo(user);
      if (order == 0) {
        return audited;
      }
      if (order < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return null;
  }
}
