package org.vicilint.rules.builtin;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.access.ModifyLeads;
import org.vicilint.access.Need;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** A program's account has a flag that nothing it calls demands. */
final class UnneededFlag implements ClassWideRule {
  /** The value of modify_leads that changes nothing. */
  private static final int READS = 5;

  @Override
  public String id() {
    return "unneeded-flag";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    Need need = audited.need();
    if (!audited.activeService(estate) || need.open()) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    for (long left = account.flags() & ~need.flags(); left != 0; left &= left - 1) {
      Flag flag = Flag.ofBit(Long.numberOfTrailingZeros(left));
      if (flag.opens()) {
        hits.add(hit(audited, flag.column(), "0"));
      }
    }
    if (account.modifyLeads() != 0 && need.modifyLeads() == 0) {
      hits.add(hit(audited, "modify_leads", "0"));
    } else if (account.modifyLeads() != 0 && onlyReads(need) && account.modifyLeads() != READS) {
      hits.add(hit(audited, "modify_leads", Integer.toString(READS)));
    }
    return hits;
  }

  /** Whether the value that only reads is enough for everything needed. */
  private static boolean onlyReads(Need need) {
    return ModifyLeads.least(need.modifyLeads()) == READS;
  }

  private static Hit hit(AuditedAccount audited, String column, String to) {
    String value = audited.account().value(column);
    String source = Phrases.source(audited.need());
    return new Hit(
        dangerous(column) ? "dangerous" : null,
        audited.inferred() || !audited.need().unknown().isEmpty(),
        to.equals("0")
            ? "has " + column + ", which is not needed for " + source
            : "has "
                + column
                + " "
                + value
                + "; "
                + to
                + ", which only reads, is enough for "
                + source,
        List.of(audited.evidence(column)),
        List.of(new Change(column, value, to)));
  }

  /** Flags that make, change or remove accounts, remove data, or reach the telephone system. */
  private static boolean dangerous(String column) {
    return column.equals("modify_users")
        || column.equals("ast_admin_access")
        || column.startsWith("delete_");
  }
}
