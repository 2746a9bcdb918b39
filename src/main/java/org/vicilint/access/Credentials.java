package org.vicilint.access;

import org.vicilint.catalog.Login;
import org.vicilint.model.Account;
import org.vicilint.model.Characters;

/** Whether user and password survive what an API does to them before it compares. */
final class Credentials {
  private Credentials() {}

  static boolean userReaches(Account account, Login login) {
    return Characters.of(account.user()).within(login.userCharacters())
        && account.user().length() >= login.minLength();
  }

  /** A password that is not known, or known only as a hash, is not held against the account. */
  static boolean passwordReaches(Account account, Login login) {
    return !account.secret().known()
        || account.secret().hashed()
        || (account.secret().characters().within(login.passwordCharacters())
            && account.secret().length() >= login.minLength());
  }
}
