package org.vicilint.rules.builtin;

import java.util.List;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** A service account has no owner. */
final class NoOwner implements ClassWideRule {
  private static final String KEY = "owner";

  @Override
  public String id() {
    return "no-owner";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    String owner = account.declaration().owner();
    if (!audited.activeService(estate)
        || !account.declaration().definition()
        || (owner != null && !owner.isBlank())) {
      return List.of();
    }
    return List.of(
        new Hit(
            null,
            audited.inferred(),
            "is a program's account, and its definition names nobody who answers for it",
            List.of(new Evidence(KEY, "", account.place(KEY))),
            List.of(new Change(KEY, "", "(who answers for it)"))));
  }
}
