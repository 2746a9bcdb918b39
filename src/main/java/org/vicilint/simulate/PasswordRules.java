package org.vicilint.simulate;

import org.vicilint.model.Secret;

/** Turns a password into what may be kept of it, with the key of the run. */
@FunctionalInterface
public interface PasswordRules {

  /** What is kept of an account's password. */
  Secret of(String user, String pass);
}
