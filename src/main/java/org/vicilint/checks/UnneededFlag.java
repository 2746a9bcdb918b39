package org.vicilint.checks;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.access.Need;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.rule.AuditedAccount;
import org.vicilint.rule.EstateView;
import org.vicilint.rule.Hit;
import org.vicilint.rule.Rule;

/** A program's account has a flag that nothing it calls demands. */
final class UnneededFlag implements Rule {
  @Override
  public String id() {
    return "unneeded-flag";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, EstateView estate) {
    Account account = audited.account();
    Need need = audited.need();
    if (!audited.activeService() || need.functions().isEmpty()) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    for (Flag flag : Flag.values()) {
      if (flag.opens() && account.has(flag) && !need.needs(flag)) {
        hits.add(hit(audited, flag.column()));
      }
    }
    if (account.modifyLeads() != 0 && !need.modifyLeads()) {
      hits.add(hit(audited, "modify_leads"));
    }
    return hits;
  }

  private static Hit hit(AuditedAccount audited, String column) {
    String value = audited.account().value(column);
    return new Hit(
        dangerous(column) ? "dangerous" : null,
        audited.inferred() || !audited.need().unknown().isEmpty(),
        "has %s, which is not needed for %s".formatted(column, Phrases.source(audited.need())),
        List.of(audited.evidence(column)),
        List.of(new Change(column, value, "0")));
  }

  /** Flags that make, change or remove accounts, remove data, or reach the telephone system. */
  private static boolean dangerous(String column) {
    return column.equals("modify_users")
        || column.equals("ast_admin_access")
        || column.startsWith("delete_");
  }
}
