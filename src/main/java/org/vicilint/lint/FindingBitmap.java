package org.vicilint.lint;

import java.util.function.BiPredicate;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;

/**
 * What is remembered of findings that are too many to be held: eight bytes an account. With it they
 * are found anew without asking every rule about every account.
 */
final class FindingBitmap {
  private static final int SEVERITIES = Severity.values().length;

  /** By account: the rules that found something. */
  private final long[] rules;

  /** By status and severity: the rules that found something of that kind, on any account. */
  private final long[] kinds = new long[Status.values().length * SEVERITIES];

  /**
   * @param accounts how many accounts there are
   */
  FindingBitmap(int accounts) {
    rules = new long[accounts];
  }

  /**
   * Remembers a finding. Several threads may, each for other accounts.
   *
   * @param account the number of its account
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

  /** The rules that found anything of some kinds. */
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

  /** The rules that found something on the account of this number. */
  long of(int account) {
    return rules[account];
  }

  private static int kind(Status status, Severity severity) {
    return status.ordinal() * SEVERITIES + severity.ordinal();
  }
}
