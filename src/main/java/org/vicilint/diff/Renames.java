package org.vicilint.diff;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.model.Account;
import org.vicilint.model.Declaration;
import org.vicilint.model.Groups;

/**
 * Finds accounts that are likely the same under another login: one that is gone and one that is new
 * agree in everything but the login, no other one does on either side, and they have a full name,
 * or something is declared of them. Accounts that say nothing of themselves are all alike, so they
 * are never taken for renamed.
 */
final class Renames {
  private Renames() {}

  /** What two accounts have to agree in; counters of logins and the password are none of it. */
  private record Traits(
      String fullName,
      int userLevel,
      String userGroup,
      boolean active,
      long flags,
      int modifyLeads,
      String apiAllowedFunctions,
      String cutOff,
      boolean phoneLogin,
      Declaration declaration) {
    static Traits of(Account a) {
      return new Traits(
          a.fullName(),
          a.userLevel(),
          Groups.key(a.userGroup()),
          a.active(),
          a.flags(),
          a.modifyLeads(),
          a.apiAllowedFunctions(),
          a.cutOff(),
          a.phoneLogin(),
          a.declaration());
    }

    boolean tell() {
      return !fullName.isBlank()
          || declaration.owner() != null
          || declaration.purpose() != null
          || !declaration.usedBy().isEmpty()
          || declaration.need().isPresent();
    }
  }

  /** For each new account that is likely a renamed one, the one that is gone. */
  static Map<Account, Account> of(List<Account> gone, List<Account> added) {
    Map<Traits, Account> goneOnce = once(gone);
    Map<Account, Account> renamed = new IdentityHashMap<>();
    once(added)
        .forEach(
            (traits, account) -> {
              Account before = goneOnce.get(traits);
              if (before != null && account != null && traits.tell()) {
                renamed.put(account, before);
              }
            });
    return renamed;
  }

  /** The accounts by their traits; null where several share them. */
  private static Map<Traits, Account> once(List<Account> accounts) {
    Map<Traits, Account> once = new HashMap<>();
    for (Account account : accounts) {
      Traits traits = Traits.of(account);
      once.put(traits, once.containsKey(traits) ? null : account);
    }
    return once;
  }
}
