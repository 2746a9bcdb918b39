package org.vicilint.rules.builtin;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.ListScope;
import org.vicilint.catalog.Function;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.UserGroup;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/** A program's account reaches the leads and lists of every campaign. */
final class UnscopedLists implements ClassWideRule {
  private static final String RESTRICT = Flag.API_LIST_RESTRICT.column();
  private static final String GROUP = "user_group";
  private static final String FUNCTIONS = "api_allowed_functions";

  @Override
  public String id() {
    return "unscoped-lists";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    UserGroup group = estate.estate().groups().find(account.userGroup()).orElse(null);
    boolean everything = group != null && group.allCampaigns();
    boolean restricted = account.has(Flag.API_LIST_RESTRICT);
    if (!audited.activeService(estate) || (restricted && !everything)) {
      return List.of();
    }
    List<String> names = scoped(audited, estate);
    if (names.isEmpty()) {
      return List.of();
    }
    String message =
        restricted
            ? "is restricted to the lists of %s, but that group has all campaigns: %s reach every list"
                .formatted(account.userGroup(), calls(names))
            : "reaches the leads and lists of every campaign with "
                + Phrases.list(names)
                + ": api_list_restrict is 0";
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(audited.evidence(restricted ? GROUP : RESTRICT));
    evidence.add(new Evidence(FUNCTIONS, String.join(" ", names), account.place(FUNCTIONS)));
    return List.of(
        new Hit(
            null,
            audited.inferred(),
            message,
            evidence,
            changes(account, restricted, everything, estate.estate().groups())));
  }

  private static List<String> scoped(AuditedAccount audited, RuleContext estate) {
    AccessEvaluator access = estate.access();
    return Calls.open(audited, estate).stream()
        .map(Function::name)
        .filter(name -> ListScope.looksAt(name, access.requirement(access.indexOf(name))))
        .toList();
  }

  private static String calls(List<String> names) {
    return names.size() == 1 ? "calls of " + names.get(0) : Phrases.list(names);
  }

  private static List<Change> changes(
      Account account, boolean restricted, boolean everything, Groups groups) {
    List<Change> changes = new ArrayList<>();
    if (!restricted) {
      changes.add(new Change(RESTRICT, "0", "1"));
    }
    if (everything || !groups.exists(account.userGroup())) {
      changes.add(
          new Change(
              GROUP, account.userGroup(), "(a group with only the campaigns that it works for)"));
    }
    return changes;
  }
}
