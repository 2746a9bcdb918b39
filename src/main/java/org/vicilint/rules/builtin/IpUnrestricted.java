package org.vicilint.rules.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.SystemSettings;
import org.vicilint.model.UserGroup;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;
import org.vicilint.text.PasswordMask;

/** A program's account may be used from any address. */
final class IpUnrestricted implements ClassWideRule {
  private static final String COLUMN = "api_ip_list";

  @Override
  public String id() {
    return "ip-unrestricted";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Optional<UserGroup> group = estate.estate().groups().find(audited.account().userGroup());
    if (!audited.activeService(estate)
        || group.isEmpty()
        || estate.access().callable(audited.subject()) == 0) {
      return List.of();
    }
    String list = group.get().apiIpList().strip();
    List<String> reasons = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    SystemSettings settings = estate.access().settings();
    if (settings.ipListsOff()) {
      reasons.add("the server looks at no IP list");
      evidence.add(new Evidence(SystemSettings.IP_LISTS, "0", settings.place()));
      evidence.add(audited.evidence("user_group"));
      changes.add(
          new Change(
              SystemSettings.IP_LISTS,
              "0",
              "(1 in the system settings, once every group of programs has its list)"));
    }
    if (group.get().anyAddress()) {
      reasons.add(
          PasswordMask.sentence("its group %s has no API IP list", group.get().userGroup()));
      evidence.add(new Evidence(COLUMN, list, group.get().place()));
      evidence.add(audited.evidence("user_group"));
      changes.add(new Change(COLUMN, list, "(an IP list with the addresses of the program)"));
    }
    if (audited.account().has(Flag.IGNORE_IP_LIST) && !unneeded(audited)) {
      String column = Flag.IGNORE_IP_LIST.column();
      reasons.add(column + " lets it pass the list of its group");
      evidence.add(audited.evidence(column));
      changes.add(new Change(column, "1", "0"));
    }
    if (reasons.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Hit(
            null,
            audited.inferred(),
            "may be used from any address: " + Phrases.list(reasons),
            evidence,
            changes));
  }

  /** Whether unneeded-flag takes the flag away: no function asks for it. */
  private static boolean unneeded(AuditedAccount audited) {
    return !audited.need().open();
  }
}
