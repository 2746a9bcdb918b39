package org.vicilint.rules.builtin;

import java.util.List;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.Kind;
import org.vicilint.profile.Kinds;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** A program's account also opens the administration and agent screens. */
final class NotApiOnly implements ClassWideRule {
  private static final String COLUMN = Flag.API_ONLY_USER.column();

  @Override
  public String id() {
    return "not-api-only";
  }

  @Override
  public boolean looksAtPages() {
    return true;
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    if (!audited.activeService(estate) || audited.account().has(Flag.API_ONLY_USER)) {
      return List.of();
    }
    return List.of(
        new Hit(
            null,
            audited.inferred(),
            "is a program's account, but the agent screen and admin.php also take its login",
            List.of(audited.evidence(COLUMN)),
            List.of(change(audited))));
  }

  /**
   * The box is set only where it is certain that a program uses the account: a person would be
   * locked out.
   */
  static Change change(AuditedAccount audited) {
    return new Change(
        COLUMN,
        "0",
        audited.inferred()
            ? "(1 if a program uses it; if a person does, %s)"
                .formatted(Kinds.settledBy(Kind.PERSON, audited.account()))
            : "1");
  }
}
