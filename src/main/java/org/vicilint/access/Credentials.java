package org.vicilint.access;

import org.vicilint.catalog.LoginRequirement;
import org.vicilint.model.Account;
import org.vicilint.model.Characters;
import org.vicilint.model.SystemSettings;

/** Whether user and password survive what an API does to them before it compares. */
final class Credentials {
  private Credentials() {}

  /**
   * Whether the user name reaches the comparison unchanged. With {@code use_non_latin} more is
   * kept; how much differs by build, and is not held against an account.
   */
  static boolean userReaches(Account account, LoginRequirement login, SystemSettings settings) {
    return (settings.nonLatin() || Characters.of(account.user()).within(login.userCharacters()))
        && account.user().length() >= login.minLength();
  }

  /** A password that is not known, or known only as a hash, is not held against the account. */
  static boolean passwordReaches(Account account, LoginRequirement login, SystemSettings settings) {
    return !account.secret().known()
        || account.secret().hashed()
        || ((settings.nonLatin()
                || account.secret().characters().within(login.passwordCharacters()))
            && account.secret().length() >= login.minLength());
  }
}
