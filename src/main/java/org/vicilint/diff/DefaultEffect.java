package org.vicilint.diff;

import java.util.List;
import org.vicilint.catalog.Function;
import org.vicilint.model.Account;

/**
 * What comes with an upgrade without anybody having decided it for the account.
 *
 * @param kind what it is
 * @param functions the functions that it is about
 * @param accounts the accounts that it meets
 */
public record DefaultEffect(Kind kind, List<Function> functions, List<Account> accounts) {
  public DefaultEffect {
    functions = List.copyOf(functions);
    accounts = List.copyOf(accounts);
  }

  /** The ways in which a default bites. */
  public enum Kind {
    /** {@code ALL_FUNCTIONS}, which every new account has, covers functions that are new. */
    ALL_FUNCTIONS("all_functions"),
    /** {@code api_allowed_functions} was not looked at, and now it is. */
    FUNCTION_LISTS("function_lists");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word in outputs. */
    public String word() {
      return word;
    }
  }
}
