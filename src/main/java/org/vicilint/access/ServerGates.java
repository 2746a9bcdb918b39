package org.vicilint.access;

import org.vicilint.catalog.Api;
import org.vicilint.catalog.Builds;
import org.vicilint.model.Build;
import org.vicilint.model.Change;
import org.vicilint.model.SystemSettings;
import org.vicilint.model.UserGroup;

/** The gates that are not the account's own: what is set for its group, or for the whole server. */
final class ServerGates {
  /** The column of {@code vicidial_user_groups}. */
  static final String IP_LIST = "api_ip_list";

  /** {@code user_authorization}, which both APIs call, looks at IP lists since then. */
  private static final Build WITH_LISTS = Build.parse("170409-1603").orElseThrow();

  private ServerGates() {}

  /**
   * Whether the login looks at IP lists. The file that does is versioned with neither API: the
   * build of the called API stands for its age.
   */
  static boolean looksAtLists(Api api, Builds builds) {
    return builds.of(api).compareTo(WITH_LISTS) >= 0;
  }

  static Gate agentApi(String value) {
    boolean on = value.equals("1");
    return new Gate(
        Gate.Kind.LOGIN,
        SystemSettings.AGENT_API,
        "1 in the system settings",
        value,
        on,
        on
            ? null
            : new Change(
                SystemSettings.AGENT_API, value, "(1 in the system settings: for all accounts)"));
  }

  static Gate addresses(UserGroup group, SystemSettings settings) {
    boolean shut = settings.shuts(group);
    String list = group.apiIpList();
    return new Gate(
        Gate.Kind.LOGIN,
        IP_LIST,
        "a list that the caller's address is on",
        shut
            ? list + ", which holds no address"
            : list + " (the caller's address is taken to be on it)",
        !shut,
        shut ? new Change(IP_LIST, list, "(a list with the addresses of the program)") : null);
  }
}
