package org.vicilint.cli;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.SystemSettings;
import org.vicilint.model.UserGroup;

/** What must be known of a server, and of what was read of it, to read an answer. */
final class ServerNotes {
  private ServerNotes() {}

  static List<String> of(Estate estate) {
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
    long without = withoutHash(estate);
    if (without > 0) {
      notes.add(
          "pass_hash_enabled of system_settings is 1: %s no pass_hash, and a password in pass is not looked at"
              .formatted(without == 1 ? "an account has" : without + " accounts have"));
    }
    for (UserGroup group : estate.groups().all()) {
      if (settings.shuts(group)) {
        notes.add(
            "the IP list %s of the group %s holds no address: none of its accounts gets into an API, but those with ignore_ip_list"
                .formatted(group.apiIpList(), group.userGroup()));
      }
    }
    if (withoutPasswords(estate)) {
      notes.add(
          "no passwords were read: default-password, shared-password and unusable-password did not look at them");
    }
    return notes;
  }

  /** How many active accounts have nothing that a login could compare. */
  private static long withoutHash(Estate estate) {
    return estate.settings().hashes().orElse(false)
        ? estate.accounts().stream()
            .filter(a -> a.active() && !a.secret().known() && a.places().mentions("pass_hash"))
            .count()
        : 0;
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
