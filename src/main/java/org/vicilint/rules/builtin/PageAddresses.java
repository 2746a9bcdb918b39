package org.vicilint.rules.builtin;

import java.util.List;
import java.util.Optional;
import org.vicilint.model.Change;
import org.vicilint.model.Flag;
import org.vicilint.model.SystemSettings;
import org.vicilint.model.UserGroup;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.RuleContext;

/**
 * From where the administration pages that an account has to open may be opened. (Pages look at
 * {@code admin_ip_list} of the user group as the API looks at {@code api_ip_list}.)
 */
final class PageAddresses {
  private static final String COLUMN = "admin_ip_list";

  private PageAddresses() {}

  /**
   * Returns the change that limits pages to the program's addresses; empty if they are limited
   * already.
   */
  static List<Change> limit(AuditedAccount audited, RuleContext estate) {
    Optional<UserGroup> group = estate.estate().groups().find(audited.account().userGroup());
    if (group.isEmpty() || group.get().anyAddressOfPages()) {
      String list = group.map(UserGroup::adminIpList).orElse("");
      return List.of(
          new Change(COLUMN, list, "(an IP list of its group, with the addresses of the program)"));
    }
    if (estate.access().settings().ipListsOff()) {
      return List.of(
          new Change(
              SystemSettings.IP_LISTS,
              "0",
              "(1 in the system settings, once every group of programs has its list)"));
    }
    return audited.account().has(Flag.IGNORE_IP_LIST)
        ? List.of(
            new Change(Flag.IGNORE_IP_LIST.column(), "1", "(0: its group has an admin_ip_list)"))
        : List.of();
  }
}
