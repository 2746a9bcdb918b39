package org.vicilint.diff;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.model.Account;
import org.vicilint.model.Declaration;
import org.vicilint.model.Groups;

/**
 * Finds accounts that were likely renamed: an account that is gone and a new one agree in
 * everything except the login, no other account on either side agrees with them, and they have a
 * full name or a declaration. Accounts without either have nothing that identifies them, so they
 * never count as renamed.
 */
final class Renames {
  private Renames() {}

  /**
   * The fields that two accounts must agree in; counters of logins and the password are not among
   * them.
   */
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

  /** Returns the account that is gone for each new account that was likely renamed. */
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

  /** Returns the accounts by their traits; null where several accounts share them. */
  private static Map<Traits, Account> once(List<Account> accounts) {
    Map<Traits, Account> once = new HashMap<>();
    for (Account account : accounts) {
      Traits traits = Traits.of(account);
      once.put(traits, once.containsKey(traits) ? null : account);
    }
    return once;
  }
}
