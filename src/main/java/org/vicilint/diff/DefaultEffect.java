package org.vicilint.diff;

import java.util.List;
import org.vicilint.catalog.Function;
import org.vicilint.model.Account;

/**
 * An effect of a default that an upgrade brings to accounts without a decision for them.
 *
 * @param kind the kind of default
 * @param functions the affected functions
 * @param accounts the affected accounts
 */
public record DefaultEffect(Kind kind, List<Function> functions, List<Account> accounts) {
  public DefaultEffect {
    functions = List.copyOf(functions);
    accounts = List.copyOf(accounts);
  }

  /** The kinds of defaults with an effect. */
  public enum Kind {
    /** {@code ALL_FUNCTIONS}, which every new account has, covers functions that are new. */
    ALL_FUNCTIONS("all_functions"),
    /** The older build ignores {@code api_allowed_functions}, the newer one checks it. */
    FUNCTION_LISTS("function_lists");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Returns the word in outputs. */
    public String word() {
      return word;
    }
  }
}
