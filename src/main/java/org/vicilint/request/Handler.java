package org.vicilint.request;

import org.vicilint.model.Account;

/** What one function does, once the caller may call it. */
interface Handler {

  /** Writes what the server answers, and what becomes of accounts. */
  void answer(Draft draft, Sent sent, Account caller);
}
