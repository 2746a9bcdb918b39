package org.vicilint.rule;

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

  /** Whether a program uses it, and it can log in: then every power beyond its need is too much. */
  public boolean activeService() {
    return kind == Kind.SERVICE && account.active();
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
