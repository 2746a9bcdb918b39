package org.vicilint.rules.builtin;

import java.util.List;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** A service account has no declared purpose. */
final class NoPurpose implements ClassWideRule {
  private static final String KEY = "purpose";

  @Override
  public String id() {
    return "no-purpose";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    String purpose = account.declaration().purpose();
    if (!audited.activeService(estate)
        || !account.declaration().definition()
        || (purpose != null && !purpose.isBlank())) {
      return List.of();
    }
    return List.of(
        new Hit(
            null,
            audited.inferred(),
            "is a program's account, and its definition does not say what it is for",
            List.of(new Evidence(KEY, "", account.place(KEY))),
            List.of(new Change(KEY, "", "(what it is for)"))));
  }
}
