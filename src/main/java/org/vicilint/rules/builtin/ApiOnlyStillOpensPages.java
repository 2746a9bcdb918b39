package org.vicilint.rules.builtin;

import java.util.List;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** A program's account has API Only User, and opens administration pages that nothing needs. */
final class ApiOnlyStillOpensPages implements ClassWideRule {
  @Override
  public String id() {
    return "api-only-still-opens-pages";
  }

  @Override
  public boolean looksAtPages() {
    return true;
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    if (!audited.activeService(estate) || !audited.account().has(Flag.API_ONLY_USER)) {
      return List.of();
    }
    OpenPages open = OpenPages.of(audited, estate);
    boolean held = open.held();
    List<Change> changes = held ? PageAddresses.limit(audited, estate) : open.changes();
    if (held ? changes.isEmpty() : open.beyond().isEmpty()) {
      return List.of();
    }
    return List.of(
        new Hit(
            held ? open.heldVariant() : open.variant(),
            open.likely(),
            "is API-only, yet " + open.summary(),
            open.evidence(Flag.API_ONLY_USER.column()),
            changes));
  }
}
