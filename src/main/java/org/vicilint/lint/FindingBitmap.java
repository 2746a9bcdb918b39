package org.vicilint.lint;

import java.util.function.BiPredicate;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;

/**
 * A compact record of findings that are too many for memory: a bit mask of rules for each account,
 * eight bytes long. With it a later pass runs only the rules that found something.
 */
final class FindingBitmap {
  private static final int SEVERITIES = Severity.values().length;

  /** By index of the account: the rules that found something. */
  private final long[] rules;

  /** By status and severity: the rules that found something of that kind, on any account. */
  private final long[] kinds = new long[Status.values().length * SEVERITIES];

  /**
   * @param accounts the number of accounts
   */
  FindingBitmap(int accounts) {
    rules = new long[accounts];
  }

  /**
   * Records a finding. Several threads may call this, each for other accounts.
   *
   * @param account the index of its account
   * @param rule the bit of its rule
   */
  void add(int account, long rule, Finding finding) {
    rules[account] |= rule;
    int kind = kind(finding.status(), finding.severity());
    if ((kinds[kind] & rule) == 0) {
      synchronized (kinds) {
        kinds[kind] |= rule;
      }
    }
  }

  /** Returns the rules that found anything with some statuses and severities. */
  long of(BiPredicate<Status, Severity> some) {
    long found = 0;
    for (Status status : Status.values()) {
      for (Severity severity : Severity.values()) {
        if (some.test(status, severity)) {
          found |= kinds[kind(status, severity)];
        }
      }
    }
    return found;
  }

  /** Returns the rules that found something on the account at this index. */
  long of(int account) {
    return rules[account];
  }

  private static int kind(Status status, Severity severity) {
    return status.ordinal() * SEVERITIES + severity.ordinal();
  }
}
