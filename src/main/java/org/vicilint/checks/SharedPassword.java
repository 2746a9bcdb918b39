package org.vicilint.checks;

import java.util.List;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.rule.AuditedAccount;
import org.vicilint.rule.EstateView;
import org.vicilint.rule.Hit;
import org.vicilint.rule.Rule;

/** Whoever knows the password of one account knows that of another one, which can do something. */
final class SharedPassword implements Rule {
  private static final String COLUMN = "pass";

  /** From this level on VICIdial's reports and administration open. */
  private static final int SCREENS = 7;

  @Override
  public String id() {
    return "shared-password";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, EstateView estate) {
    Account account = audited.account();
    List<String> others = estate.sharePassword(account);
    if (!account.active() || others.isEmpty() || !powerful(audited, estate)) {
      return List.of();
    }
    return List.of(
        new Hit(
            null,
            false,
            "has the same password as %s".formatted(Phrases.list(others)),
            List.of(
                new Evidence(
                    COLUMN, "the same as of " + String.join(", ", others), account.place(COLUMN))),
            List.of(new Change(COLUMN, "(shared)", "(a password of its own)"))));
  }

  private static boolean powerful(AuditedAccount audited, EstateView estate) {
    return audited.account().userLevel() >= SCREENS
        || estate.access().callable(audited.subject()) > 0;
  }
}
