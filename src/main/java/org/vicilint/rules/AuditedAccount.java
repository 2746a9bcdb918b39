package org.vicilint.rules;

import org.vicilint.access.Need;
import org.vicilint.access.Subject;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Kind;

/**
 * An account as rules see it.
 *
 * @param account the account
 * @param kind what stands behind it, declared or inferred
 * @param inferredFrom the basis of an inferred kind; null if the kind is declared
 * @param need the calls that it needs
 * @param subject the account prepared for decisions
 */
public record AuditedAccount(
    Account account, Kind kind, String inferredFrom, Need need, Subject subject) {

  /** Whether a login with it succeeds: it is active, or the build does not check that. */
  public boolean logsIn(RuleContext estate) {
    return account.active() || estate.access().admits(subject);
  }

  /**
   * Whether it is a service account that can log in: then every right beyond its need is excess.
   */
  public boolean activeService(RuleContext estate) {
    return kind == Kind.SERVICE && logsIn(estate);
  }

  /** Whether its kind is inferred, not declared. */
  public boolean inferred() {
    return inferredFrom != null;
  }

  /** Returns a column's value as evidence. */
  public Evidence evidence(String column) {
    return new Evidence(column, account.value(column), account.place(column));
  }
}
