package org.vicilint.rules.builtin;

import java.util.List;
import org.vicilint.access.Need;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** A program's account has a higher level than anything that it calls demands. */
final class LevelAboveNeed implements ClassWideRule {
  private static final String COLUMN = "user_level";
  private static final int ADMINISTRATOR = 9;

  @Override
  public String id() {
    return "level-above-need";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    Need need = audited.need();
    if (!audited.activeService(estate) || need.open() || account.userLevel() <= need.level()) {
      return List.of();
    }
    return List.of(
        new Hit(
            account.userLevel() >= ADMINISTRATOR ? "level 9" : null,
            audited.inferred() || !need.unknown().isEmpty(),
            "has level "
                + account.userLevel()
                + "; level "
                + need.level()
                + " is enough for "
                + Phrases.source(need),
            List.of(audited.evidence(COLUMN)),
            List.of(new Change(COLUMN, account.value(COLUMN), Integer.toString(need.level())))));
  }
}
