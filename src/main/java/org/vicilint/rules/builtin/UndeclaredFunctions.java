package org.vicilint.rules.builtin;

import java.util.List;
import org.vicilint.access.Need;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** Nothing says what a program calls, so nothing can be compared with what it may call. */
final class UndeclaredFunctions implements ClassWideRule {
  private static final String KEY = "functions";

  @Override
  public String id() {
    return "undeclared-functions";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    Need need = audited.need();
    if (!audited.activeService(estate)
        || !account.declaration().definition()
        || need.source() == Need.Source.DECLARED) {
      return List.of();
    }
    boolean listed = need.source() == Need.Source.LISTED && !need.functions().isEmpty();
    return List.of(
        new Hit(
            null,
            audited.inferred(),
            "is a program's account, and its definition does not say what it calls",
            List.of(new Evidence(KEY, "", account.place(KEY))),
            List.of(
                new Change(
                    KEY,
                    "",
                    listed
                        ? "(what it calls of %s)".formatted(Phrases.list(need.functions()))
                        : "(the functions that it calls)"))));
  }
}
