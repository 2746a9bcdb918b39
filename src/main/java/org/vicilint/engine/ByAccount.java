package org.vicilint.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.vicilint.finding.Finding;
import org.vicilint.rules.AuditedAccount;

/**
 * What was found, account by account, by name; accounts without a finding too. Findings on a waiver
 * that names no single account are among them, under what it names.
 */
public final class ByAccount implements Iterator<ByAccount.Entry> {
  private final Iterator<AuditedAccount> accounts;
  private final Iterator<Finding> findings;
  private AuditedAccount account;
  private Finding finding;

  /**
   * @param user the account's name, or those that a waiver names
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

  /** Goes over all of them, once. */
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
