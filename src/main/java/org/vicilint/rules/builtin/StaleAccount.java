package org.vicilint.rules.builtin;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Need;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Api;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Kind;
import org.vicilint.rules.AccountRule;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** Nobody has logged in for a long time, yet the account is open. */
final class StaleAccount implements AccountRule {
  private static final String COLUMN = "last_login_date";
  private static final int DATE_LENGTH = "YYYY-MM-DD".length();

  /** The divisor that removes the time of day from a time written as digits. */
  private static final int TIME = 1_000_000;

  /** VICIdial's default for the column. Nobody can have logged in by then. */
  private static final LocalDate NEVER = LocalDate.of(2001, 1, 1);

  @Override
  public String id() {
    return "stale-account";
  }

  @Override
  public boolean concerns(AuditedAccount audited, RuleContext estate) {
    return audited.logsIn(estate) && !onlyTheAgentApi(audited, estate.access());
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    LocalDate since = estate.staleSince();
    if (account.lastLogin() / TIME >= day(since) || !audited.logsIn(estate)) {
      return List.of();
    }
    Optional<LocalDate> last = lastLogin(account);
    if (last.isEmpty() || !last.get().isBefore(since) || !concerns(audited, estate)) {
      return List.of();
    }
    return List.of(
        new Hit(
            null,
            audited.kind() == Kind.SERVICE && agentApiOpen(audited, estate.access()),
            "last logged in on %s, more than %s ago"
                .formatted(last.get(), Phrases.count(estate.profile().staleDays(), "day")),
            List.of(audited.evidence(COLUMN)),
            List.of(new Change("active", "Y", "N"))));
  }

  /** The day as its digits, as {@link Account#lastLogin()} begins. */
  private static long day(LocalDate date) {
    return (date.getYear() * 100L + date.getMonthValue()) * 100 + date.getDayOfMonth();
  }

  /** The day of the last login; empty when there was none, or nothing is known of it. */
  private static Optional<LocalDate> lastLogin(Account account) {
    if (!account.places().mentions(COLUMN)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(account.lastLoginDate().substring(0, DATE_LENGTH)))
          .filter(date -> date.isAfter(NEVER));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // MySQL's zero date
    }
  }

  /** Whether the logins that a program is to make are all of the kind that leaves no date. */
  private static boolean onlyTheAgentApi(AuditedAccount audited, AccessEvaluator access) {
    Need need = audited.need();
    return audited.kind() == Kind.SERVICE
        && need.source() != Need.Source.EVERYTHING
        && !need.functions().isEmpty()
        && need.functions().stream()
            .allMatch(name -> api(access, access.indexOf(name)) == Api.AGENT);
  }

  /** Whether the account may be in use all the same, by calls that leave no date. */
  private static boolean agentApiOpen(AuditedAccount audited, AccessEvaluator access) {
    for (int i = 0; i < access.functions().size(); i++) {
      if (api(access, i) == Api.AGENT && access.decide(audited.subject(), i) == Verdict.GRANTED) {
        return true;
      }
    }
    return false;
  }

  private static Api api(AccessEvaluator access, int function) {
    return access.functions().get(function).api();
  }
}
