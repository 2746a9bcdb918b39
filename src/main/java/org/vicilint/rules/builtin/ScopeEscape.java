package org.vicilint.rules.builtin;

import java.util.List;
import java.util.Set;
import org.vicilint.access.ListScope;
import org.vicilint.access.UserScope;
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

/** A restricted account may move itself into a group with the lists of other campaigns. */
final class ScopeEscape implements ClassWideRule {
  private static final String FUNCTION = "update_user";

  @Override
  public String id() {
    return "scope-escape";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    Groups groups = estate.estate().groups();
    if (!audited.logsIn(estate)
        || !account.has(Flag.API_LIST_RESTRICT)
        || !UserScope.ofUpdate(account, groups).covers(account.userLevel(), account.userGroup())
        || !Calls.openButForCredentials(audited, estate, FUNCTION)) {
      return List.of();
    }
    UserGroup own = groups.find(account.userGroup()).orElse(null);
    UserScope scope = UserScope.ofUpdate(account, groups);
    // The server takes only a group as the new one that the caller may view.
    List<String> wider =
        groups.all().stream()
            .filter(g -> scope.covers(account.userLevel(), g.userGroup()) && wider(g, own))
            .map(UserGroup::userGroup)
            .toList();
    if (groups.known() && wider.isEmpty()) {
      return List.of();
    }
    String restrict = Flag.API_LIST_RESTRICT.column();
    String same = Flag.MODIFY_SAME_USER_LEVEL.column();
    String where = groups.known() ? Phrases.choice(wider) : "another group";
    return List.of(
        new Hit(
            null,
            !groups.known(),
            "is restricted to the lists of its group, but may move itself into %s with update_user"
                .formatted(where),
            List.of(
                audited.evidence(restrict),
                new Evidence(
                    "api_allowed_functions", FUNCTION, account.place("api_allowed_functions")),
                audited.evidence(same)),
            List.of(new Change(same, "1", "0"))));
  }

  /** Whether a group has campaigns that the account's own one has not. */
  private static boolean wider(UserGroup group, UserGroup own) {
    ListScope mine = own == null ? new ListScope(false, Set.of()) : ListScope.ofMember(own);
    return !mine.contains(ListScope.ofMember(group));
  }
}
