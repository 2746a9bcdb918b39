package org.vicilint.input;

import java.util.List;
import java.util.Optional;
import org.vicilint.model.Account;
import org.vicilint.model.Secret;
import org.vicilint.model.SystemSettings;

/**
 * Decides which of the two columns with a password holds: {@code pass_hash} where {@code
 * system_settings.pass_hash_enabled} is above 0, else {@code pass} (VICIdial's functions.php,
 * user_authorization). Accounts that share a password share the one that counts.
 */
final class EffectivePasswords {
  private EffectivePasswords() {}

  /**
   * Leaves of each account of a table what a login compares. Where the setting is not known, an
   * account with a hash and nothing else shows that hashes are in use; then the others keep what
   * they have.
   */
  static void settle(List<Account> accounts, SystemSettings settings) {
    Optional<Boolean> said = settings.hashes();
    if (said.isEmpty() && !anyOnlyHashed(accounts)) {
      return; // passwords in plain text, or none at all
    }
    boolean hashes = said.orElse(true);
    accounts.replaceAll(
        account -> {
          Secret secret = account.secret();
          if (!ofTable(account) || !account.places().mentions(hashes ? "pass_hash" : "pass")) {
            return account;
          }
          boolean sure = said.isPresent() || secret.hash() != null;
          Secret compared = sure ? secret.compared(hashes) : secret;
          return compared == secret ? account : account.with().secret(compared).build();
        });
  }

  private static boolean anyOnlyHashed(List<Account> accounts) {
    for (Account account : accounts) {
      if (account.onlyHashed() && ofTable(account)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the password is a table's: in a definition it is what somebody wrote there, whatever a
   * server makes of it.
   */
  private static boolean ofTable(Account account) {
    return !account.declaration().definition();
  }
}
