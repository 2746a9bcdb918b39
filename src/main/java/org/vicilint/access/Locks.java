package org.vicilint.access;

import java.time.LocalDateTime;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Moment;

/** Accounts that the server has locked because of refused logins, at one time. */
final class Locks {
  private static final int MINUTES = 15;
  private static final String REQUIRED =
      "under " + Account.LOCK_AFTER + ", or last_login_date over " + MINUTES + " minutes old";

  private final LocalDateTime at;

  /**
   * @param at the time on the server; null when it is not known, and nothing is taken as locked
   */
  Locks(LocalDateTime at) {
    this.at = at;
  }

  /** Whether ten logins in a row were refused, the last one within the last 15 minutes. */
  boolean hold(Account account) {
    if (!account.mayBeLocked() || at == null) {
      return false;
    }
    LocalDateTime last = Moment.of(account.lastLoginDate(), null);
    // None is VICIdial's zero date: long ago.
    return last != null && !last.isBefore(at.minusMinutes(MINUTES));
  }

  void gate(Gates gates, Account account) {
    boolean passed = !hold(account);
    if (!gates.wants(passed)) {
      return;
    }
    String count = Integer.toString(account.failedLoginCount());
    String date = account.lastLoginDate();
    String last =
        date.equals(Account.UNREADABLE_TIME)
            ? " (not judged: it cannot be read)"
            : " " + date + (at == null ? " (not judged: the time on the server is not known)" : "");
    String actual = account.mayBeLocked() ? count + ", last_login_date" + last : count;
    gates.add(
        new Gate(
            Gate.Kind.LOGIN,
            "failed_login_count",
            REQUIRED,
            actual,
            passed,
            passed ? null : new Change("failed_login_count", count, "0")));
  }
}
