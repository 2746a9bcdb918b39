package org.vicilint.access;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Account;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;
import org.vicilint.model.UserGroup;

/**
 * Whose leads and lists an account reaches with the functions that {@code api_list_restrict}
 * limits: those of its group's campaigns.
 *
 * @param everyList nothing limits it
 * @param campaigns otherwise the campaigns, as {@link Groups#key} has them, in order; where the
 *     groups are not known, the group's name in parentheses stands for them
 */
public record ListScope(boolean everyList, Set<String> campaigns) {
  private static final ListScope EVERY_LIST = new ListScope(true, Set.of());

  /** They look at the box for the single lead they show, and need no group before that. */
  private static final Set<String> LOOK_AT_SINGLE_LEADS =
      Set.of("ccc_lead_info", "lead_all_info", "lead_callback_info", "lead_status_search");

  /** Whether the function looks at the box, at its gates or at the lead that it shows. */
  public static boolean looksAt(String function, Requirement required) {
    return required.listScope() || LOOK_AT_SINGLE_LEADS.contains(function);
  }

  /** Returns the lists that an account reaches. */
  public static ListScope of(Account account, Groups groups) {
    return account.has(Flag.API_LIST_RESTRICT) ? ofGroup(account.userGroup(), groups) : EVERY_LIST;
  }

  /** Returns what a restricted account of this group reaches. */
  public static ListScope ofGroup(String userGroup, Groups groups) {
    if (groups.exists(userGroup) && groups.find(userGroup).isEmpty()) {
      return new ListScope(false, Set.of("(those of " + Groups.key(userGroup) + ")"));
    }
    return groups.find(userGroup).map(ListScope::ofMember).orElse(new ListScope(false, Set.of()));
  }

  /** Returns the lists that a restricted member of the group reaches. */
  public static ListScope ofMember(UserGroup group) {
    if (group.allCampaigns()) {
      return EVERY_LIST;
    }
    TreeSet<String> campaigns = new TreeSet<>();
    Arrays.stream(group.allowedCampaigns().split(" "))
        .map(Groups::key)
        .filter(name -> !name.isEmpty() && !name.equals("-"))
        .forEach(campaigns::add);
    return new ListScope(false, campaigns);
  }

  /** Whether everything that the other reaches is in this one. */
  public boolean contains(ListScope other) {
    return everyList || (!other.everyList && campaigns.containsAll(other.campaigns));
  }
}
