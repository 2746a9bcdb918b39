package org.vicilint.rules.builtin;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.Kind;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** An account was switched off and kept its powers: one click brings all of them back. */
final class InactiveWithGrants implements ClassWideRule {
  private static final String LEVEL = "user_level";

  /** From this level on VICIdial's reports, administration and Non-Agent API open. */
  private static final int SCREENS = 7;

  @Override
  public String id() {
    return "inactive-with-grants";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    if (account.active() || audited.kind() == Kind.SYSTEM) {
      return List.of();
    }
    List<String> powers = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    if (account.userLevel() >= SCREENS) {
      powers.add("level " + account.userLevel());
      evidence.add(audited.evidence(LEVEL));
      changes.add(new Change(LEVEL, account.value(LEVEL), "1"));
    }
    if (account.has(Flag.VDC_AGENT_API_ACCESS)) {
      String column = Flag.VDC_AGENT_API_ACCESS.column();
      powers.add("API access");
      evidence.add(audited.evidence(column));
      changes.add(new Change(column, "1", "0"));
    }
    if (powers.isEmpty()) {
      return List.of();
    }
    evidence.add(audited.evidence("active"));
    return List.of(
        new Hit(
            null,
            false,
            (audited.logsIn(estate)
                    ? "is inactive, but this build lets it in all the same: it has %s%s"
                    : "is inactive; switched on again it has %s%s")
                .formatted(Phrases.list(powers), calls(account, estate.access())),
            evidence,
            changes));
  }

  private static String calls(Account account, AccessEvaluator access) {
    Account switchedOn = account.with().column("active", "Y").build();
    int callable = access.callable(access.prepare(switchedOn));
    return callable == 0
        ? ""
        : ", and may call %s".formatted(Phrases.count(callable, "API function"));
  }
}
