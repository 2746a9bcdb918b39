package org.vicilint.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.SystemSettings;
import org.vicilint.model.UserGroup;
import org.vicilint.text.PasswordMask;

/** Notes on a server, and on the data read from it, that an answer depends on. */
public final class ServerNotes {
  private static final int NAMED = 3;

  private ServerNotes() {}

  public static List<String> of(Estate estate) {
    SystemSettings settings = estate.settings();
    List<String> notes = new ArrayList<>(estate.notes());
    if (settings.agentApiOff()) {
      notes.add(
          "the Agent API is switched off for all accounts: vdc_agent_api_active of system_settings is not 1");
    }
    if (settings.nonLatin()) {
      notes.add(
          "use_non_latin of system_settings is 1: which characters of user and password reach an API is not judged (unusable-password)");
    }
    List<String> without = withoutHash(estate);
    if (!without.isEmpty()) {
      notes.add(
          "pass_hash_enabled of system_settings is 1, and %s; give a new password, or set active to N. Such a login is not counted as closed: where the server fails to make a hash, an empty one fits every password"
              .formatted(named(without)));
    }
    for (UserGroup group : estate.groups().all()) {
      if (settings.shuts(group)) {
        notes.add(
            PasswordMask.sentence(
                "the IP list %s of the group %s holds no address: none of its accounts gets into an API, but those with ignore_ip_list",
                group.apiIpList(), group.userGroup()));
      }
    }
    if (withoutPasswords(estate)) {
      notes.add(
          "no passwords were read: default-password, shared-password and unusable-password did not look at them");
    }
    return notes;
  }

  /** Returns the active accounts without a hash or password that a login could compare. */
  private static List<String> withoutHash(Estate estate) {
    return estate.settings().hashes().orElse(false)
        ? estate.accounts().stream()
            .filter(a -> a.active() && !a.secret().known() && a.places().mentions("pass_hash"))
            .map(Account::user)
            .toList()
        : List.of();
  }

  private static String named(List<String> users) {
    String first =
        users.stream().limit(NAMED).map(PasswordMask::within).collect(Collectors.joining(", "));
    int others = users.size() - NAMED;
    return users.size() == 1
        ? PasswordMask.sentence("the active account %s has no pass_hash", first)
        : PasswordMask.sentence(
            "%d active accounts have no pass_hash (%s%s)",
            users.size(), first, others > 0 ? " and " + others + " more" : "");
  }

  /** Whether accounts come from tables, and no table has a column for the password. */
  private static boolean withoutPasswords(Estate estate) {
    boolean tables = false;
    for (Account account : estate.accounts().ofEachTable()) {
      if (!account.declaration().definition()) {
        if (account.places().mentions("pass") || account.places().mentions("pass_hash")) {
          return false;
        }
        tables = true;
      }
    }
    return tables;
  }
}
