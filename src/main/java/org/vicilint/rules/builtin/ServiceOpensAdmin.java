package org.vicilint.rules.builtin;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** A program's account without API Only User opens administration pages that nothing needs. */
final class ServiceOpensAdmin implements ClassWideRule {
  @Override
  public String id() {
    return "service-opens-admin";
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
    OpenPages open = OpenPages.of(audited, estate);
    if (open.beyond().isEmpty()) {
      return List.of();
    }
    List<Change> changes = new ArrayList<>(open.changes());
    changes.add(NotApiOnly.change(audited));
    return List.of(
        new Hit(
            open.variant(),
            open.likely(),
            "is a program's account, and " + open.summary(),
            open.evidence(Flag.API_ONLY_USER.column()),
            changes));
  }
}
