package org.vicilint.simulate;

import org.vicilint.model.Account;

/** What one function does, once the caller may call it. */
interface Handler {

  /** Writes what the server answers, and what becomes of accounts. */
  void answer(PredictionBuilder draft, SanitizedRequest sent, Account caller);

  /**
   * Says what holds whatever a shell or a program fills in.
   *
   * @param caller null when nobody knows who calls
   */
  void certain(PredictionBuilder draft, SanitizedRequest sent, Account caller);
}
