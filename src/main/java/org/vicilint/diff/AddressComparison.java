package org.vicilint.diff;

import java.util.List;
import java.util.Set;
import org.vicilint.diff.ReachChange.Reach;
import org.vicilint.finding.Severity;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.SystemSettings;
import org.vicilint.model.UserGroup;

/** Compares the addresses from which an account may call the API and open administration pages. */
final class AddressComparison {
  private static final String ANY = "any address";

  private final Estate before;
  private final Estate after;

  AddressComparison(Estate before, Estate after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Adds the differences; none for pages if the lists of the API already show the same difference.
   */
  void add(List<ReachChange> changes, Both both) {
    ReachChange calls = both.calls().isEmpty() ? null : of(changes, both, false, null);
    if (!both.pages().isEmpty()) {
      of(changes, both, true, calls);
    }
  }

  private ReachChange of(List<ReachChange> changes, Both both, boolean pages, ReachChange ofCalls) {
    String one = list(both.before(), before, pages);
    String two = list(both.after(), after, pages);
    ReachChange change =
        new ReachChange(
            Reach.ADDRESSES,
            true,
            List.of(),
            one,
            two,
            both.differing(List.of("user_group", Flag.IGNORE_IP_LIST.column())),
            before.settings().ipListsOff() == after.settings().ipListsOff()
                ? ReachComparison.group(pages ? "admin_ip_list" : "api_ip_list", both)
                : SystemSettings.IP_LISTS + " of the system settings",
            Set.of(),
            Severity.LOW);
    boolean differ = !Groups.key(one).equals(Groups.key(two));
    boolean again = ofCalls != null && ofCalls.before().equals(one) && ofCalls.after().equals(two);
    ReachComparison.add(
        changes,
        change,
        differ && !again && !one.equals(ANY),
        differ && !again && !two.equals(ANY));
    return change;
  }

  /** Returns the addresses from which an account is let in, in words. */
  private static String list(Account account, Estate estate, boolean pages) {
    if (account.has(Flag.IGNORE_IP_LIST) || estate.settings().ipListsOff()) {
      return ANY;
    }
    if (!estate.groups().known()) {
      return "the IP list of group " + account.userGroup();
    }
    UserGroup group = estate.groups().find(account.userGroup()).orElse(null);
    return group == null || (pages ? group.anyAddressOfPages() : group.anyAddress())
        ? ANY
        : "the IP list " + (pages ? group.adminIpList() : group.apiIpList());
  }
}
