package org.vicilint.engine;

import java.util.List;
import org.vicilint.catalog.Api;
import org.vicilint.model.Account;
import org.vicilint.model.LoggedAccount;

/**
 * What an account is granted, against what it called.
 *
 * @param user its login; as logged when there is no such account
 * @param account null when the estate has none of this login
 * @param logged null when the log has no row of it
 * @param told whether there is a log of the time at all
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

  /** How the account stands to the log. */
  public String status() {
    if (account == null) {
      return "no_such_account";
    }
    if (!told) {
      return "no_log";
    }
    return logged == null ? "not_in_log" : "in_log";
  }

  /** How many functions are in a state. */
  public long count(UsedFunction.State state) {
    return functions.stream().filter(f -> f.state() == state).count();
  }

  /** The same, of one API. */
  public long count(UsedFunction.State state, Api api) {
    return functions.stream().filter(f -> f.state() == state && f.api() == api).count();
  }

  /** How many functions of an API it may call today; an ambiguous name is not counted. */
  public long granted(Api api) {
    return functions.stream()
        .filter(f -> f.api() == api && f.granted() && f.state() != UsedFunction.State.AMBIGUOUS)
        .count();
  }

  /** Whether there is nothing to tell: it may call nothing, and did not. */
  public boolean idle() {
    return functions.isEmpty();
  }
}
