package org.vicilint.simulate;

import org.vicilint.model.Account;

/** Simulates one function for a caller that may call it. */
interface Handler {

  /** Writes the server's answer and the changes of accounts to the draft. */
  void answer(PredictionBuilder draft, SanitizedRequest sent, Account caller);

  /**
   * Writes the facts that hold for every value that a shell or a program may fill in.
   *
   * @param caller null if the caller is unknown
   */
  void certain(PredictionBuilder draft, SanitizedRequest sent, Account caller);
}
