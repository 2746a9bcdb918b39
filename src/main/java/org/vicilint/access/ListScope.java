package org.vicilint.access;

import java.util.Set;
import org.vicilint.catalog.Requirement;

/** Which functions {@code api_list_restrict} limits to the lists of the account's group. */
public final class ListScope {
  /** They look at the box for the single lead they show, and need no group before that. */
  private static final Set<String> LOOK_AT_SINGLE_LEADS =
      Set.of("ccc_lead_info", "lead_all_info", "lead_callback_info", "lead_status_search");

  private ListScope() {}

  /** Whether the function looks at the box, at its gates or at the lead that it shows. */
  public static boolean looksAt(String function, Requirement required) {
    return required.listScope() || LOOK_AT_SINGLE_LEADS.contains(function);
  }
}
