package org.vicilint.engine;

import java.util.List;
import org.vicilint.catalog.Api;
import org.vicilint.model.Account;
import org.vicilint.model.LoggedAccount;

/**
 * The functions that an account is granted, compared with those that it called.
 *
 * @param user its login; spelled as in the log if there is no such account
 * @param account null when the estate has none of this login
 * @param logged null when the log has no row of it
 * @param told whether there is a log of the period at all
 * @param functions by API and name: those that it may call today, and those that it called
 */
public record UsedAccount(
    String user,
    Account account,
    LoggedAccount logged,
    boolean told,
    List<UsedFunction> functions) {
  public UsedAccount {
    functions = List.copyOf(functions);
  }

  /** Returns the status of the account in the log. */
  public String status() {
    if (account == null) {
      return "no_such_account";
    }
    if (!told) {
      return "no_log";
    }
    return logged == null ? "not_in_log" : "in_log";
  }

  /** Returns the number of functions in a state. */
  public long count(UsedFunction.State state) {
    return functions.stream().filter(f -> f.state() == state).count();
  }

  /** Returns the number of functions of one API in a state. */
  public long count(UsedFunction.State state, Api api) {
    return functions.stream().filter(f -> f.state() == state && f.api() == api).count();
  }

  /**
   * Returns the number of functions of an API that it may call today; ambiguous names are not
   * counted.
   */
  public long granted(Api api) {
    return functions.stream()
        .filter(f -> f.api() == api && f.granted() && f.state() != UsedFunction.State.AMBIGUOUS)
        .count();
  }

  /** Whether it may call nothing and called nothing. */
  public boolean idle() {
    return functions.isEmpty();
  }
}
