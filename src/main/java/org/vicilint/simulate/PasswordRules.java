package org.vicilint.simulate;

import org.vicilint.model.Secret;

/** Turns a password into a secret, with the key of the run. */
@FunctionalInterface
public interface PasswordRules {

  /** Returns the secret of an account's password. */
  Secret of(String user, String pass);
}
