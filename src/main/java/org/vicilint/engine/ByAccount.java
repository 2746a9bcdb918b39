package org.vicilint.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.vicilint.finding.Finding;
import org.vicilint.rules.AuditedAccount;

/**
 * Iterates over accounts with their findings, by login, including accounts without a finding.
 * Findings on a waiver that names no single account have an entry under the waiver's text.
 */
public final class ByAccount implements Iterator<ByAccount.Entry> {
  private final Iterator<AuditedAccount> accounts;
  private final Iterator<Finding> findings;
  private AuditedAccount account;
  private Finding finding;

  /**
   * @param user the account's login, or the names in a waiver
   * @param audited the account; null for findings on a waiver
   * @param findings in their order; may be empty
   */
  public record Entry(String user, AuditedAccount audited, List<Finding> findings) {}

  private ByAccount(Iterator<AuditedAccount> accounts, Iterator<Finding> findings) {
    this.accounts = accounts;
    this.findings = findings;
    this.account = next(accounts);
    this.finding = next(findings);
  }

  /** Returns all entries, for one iteration. */
  public static Iterable<Entry> of(LintResult result) {
    return () -> new ByAccount(result.accounts().iterator(), result.findings().iterator());
  }

  @Override
  public boolean hasNext() {
    return account != null || finding != null;
  }

  @Override
  public Entry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    boolean none = finding == null;
    boolean first =
        account != null && (none || account.account().user().compareTo(finding.user()) <= 0);
    AuditedAccount audited = first ? account : null;
    String user = first ? account.account().user() : finding.user();
    List<Finding> theirs = new ArrayList<>();
    while (finding != null && finding.user().equals(user)) {
      theirs.add(finding);
      finding = next(findings);
    }
    if (first) {
      account = next(accounts);
    }
    return new Entry(user, audited, theirs);
  }

  private static <T> T next(Iterator<T> all) {
    return all.hasNext() ? all.next() : null;
  }
}
