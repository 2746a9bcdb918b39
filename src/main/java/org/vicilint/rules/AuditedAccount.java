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
 * @param inferredFrom what the kind was inferred from; null when it is declared
 * @param need what it is to call
 * @param subject the account prepared for decisions
 */
public record AuditedAccount(
    Account account, Kind kind, String inferredFrom, Need need, Subject subject) {

  /** Whether somebody can log in with it: it is active, or the build does not ask for that. */
  public boolean logsIn(RuleContext estate) {
    return account.active() || estate.access().admits(subject);
  }

  /** Whether a program uses it, and it can log in: then every power beyond its need is too much. */
  public boolean activeService(RuleContext estate) {
    return kind == Kind.SERVICE && logsIn(estate);
  }

  /** Whether its kind was not declared. */
  public boolean inferred() {
    return inferredFrom != null;
  }

  /** A column's value as evidence. */
  public Evidence evidence(String column) {
    return new Evidence(column, account.value(column), account.place(column));
  }
}
