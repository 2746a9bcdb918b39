package org.vicilint.rules.builtin;

import java.util.List;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.rules.AccountRule;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** An account shares its password with another account that has some access. */
final class SharedPassword implements AccountRule {
  private static final String COLUMN = "pass";

  private static final int NAMED = 5;

  /** From this level on VICIdial's reports and administration open. */
  private static final int SCREENS = 7;

  @Override
  public String id() {
    return "shared-password";
  }

  @Override
  public boolean concerns(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    return audited.logsIn(estate)
        && !account.secret().installed() // default-password says that
        && powerful(audited, estate);
  }

  @Override
  public void prepare(RuleContext estate) {
    estate.estate().accounts().sharing();
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    if (!concerns(audited, estate)) {
      return List.of();
    }
    List<String> holders = estate.holders(account);
    if (holders.size() < 2) {
      return List.of();
    }
    // Thousands may have one default password: the first few suffice, and remain the same.
    List<String> others =
        holders.stream().filter(u -> !u.equals(account.user())).limit(NAMED).toList();
    int more = holders.size() - 1 - others.size();
    String named =
        more == 0 ? Phrases.list(others) : String.join(", ", others) + " and " + more + " more";
    return List.of(
        new Hit(
            null,
            false,
            "has the same password as %s".formatted(named),
            List.of(
                new Evidence(
                    COLUMN, "the same as of " + String.join(", ", others), account.place(COLUMN))),
            List.of(new Change(COLUMN, "(shared)", "(a password of its own)"))));
  }

  private static boolean powerful(AuditedAccount audited, RuleContext estate) {
    return audited.account().userLevel() >= SCREENS
        || estate.access().callable(audited.subject()) > 0;
  }
}
