package org.vicilint.rules.builtin;

import java.util.List;
import java.util.Optional;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.Suggestions;
import org.vicilint.model.UserGroup;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;
import org.vicilint.text.PasswordMask;

/** The group of an account does not exist, or it has none though it is restricted to its lists. */
final class MissingGroup implements ClassWideRule {
  private static final String COLUMN = "user_group";

  /** Definitions gave the groups, and they need not describe all. */
  private static final String DEFINITIONS = "definitions";

  /** A definition that leaves the group open. */
  private static final String OPEN = "not said";

  @Override
  public String id() {
    return "missing-group";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    Groups groups = estate.estate().groups();
    boolean restricted = account.has(Flag.API_LIST_RESTRICT);
    boolean none = account.userGroup().isBlank();
    if (!audited.logsIn(estate) || groups.exists(account.userGroup()) || (none && !restricted)) {
      return List.of();
    }
    boolean open = none && account.declaration().definition() && !account.places().mentions(COLUMN);
    boolean unread = !none && !groups.complete();
    return List.of(
        new Hit(
            open ? OPEN : unread ? DEFINITIONS : null,
            open || unread,
            message(account.userGroup(), open, unread, restricted),
            List.of(audited.evidence(COLUMN)),
            List.of(new Change(COLUMN, account.userGroup(), existing(account, groups)))));
  }

  private static String message(String group, boolean open, boolean unread, boolean restricted) {
    String lists = "with api_list_restrict the server refuses its list functions";
    if (open) {
      return "names no group yet: until it is in one, " + lists;
    }
    if (group.isBlank()) {
      return "has no group: " + lists;
    }
    String effect =
        restricted ? lists : "no list of campaigns, viewable groups or addresses limits it";
    return unread
        ? PasswordMask.sentence(
            "is in the group %s, which is not among the groups given: where it does not exist, %s",
            group, effect)
        : PasswordMask.sentence("is in the group %s, which does not exist: %s", group, effect);
  }

  private static String existing(Account account, Groups groups) {
    Optional<String> near =
        Suggestions.closest(
            account.userGroup(), groups.all().stream().map(UserGroup::userGroup).toList());
    return near.filter(name -> !account.userGroup().isBlank())
        .map("(%s, or another group that exists)"::formatted)
        .orElse("(a group that exists)");
  }
}
