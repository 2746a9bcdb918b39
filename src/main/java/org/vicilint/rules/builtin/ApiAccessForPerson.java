package org.vicilint.rules.builtin;

import java.util.List;
import org.vicilint.access.Need;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.Kind;
import org.vicilint.profile.KindBasis;
import org.vicilint.profile.Kinds;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** A person's password also works for programs. */
final class ApiAccessForPerson implements ClassWideRule {
  @Override
  public String id() {
    return "api-access-for-person";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    if (audited.kind() != Kind.PERSON
        || !audited.logsIn(estate)
        || !audited.account().has(Flag.VDC_AGENT_API_ACCESS)
        || declared(audited.need())) {
      return List.of();
    }
    String column = Flag.VDC_AGENT_API_ACCESS.column();
    return List.of(
        new Hit(
            null,
            audited.inferred(),
            "is a person's account, and programs can use its password, too" + doubt(audited),
            List.of(audited.evidence(column)),
            List.of(new Change(column, "1", "0"))));
  }

  /** Returns the outweighed evidence for a service account, in words. */
  private static String doubt(AuditedAccount audited) {
    return KindBasis.MANAGER.inferredFrom().equals(audited.inferredFrom())
        ? "; if a program uses it, " + Kinds.settledBy(Kind.SERVICE, audited.account())
        : "";
  }

  /** Whether the definition says that this person calls something that asks for API access. */
  private static boolean declared(Need need) {
    return need.source() == Need.Source.DECLARED && need.needs(Flag.VDC_AGENT_API_ACCESS);
  }
}
