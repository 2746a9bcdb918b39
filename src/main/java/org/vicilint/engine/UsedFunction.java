package org.vicilint.engine;

import java.util.List;
import org.vicilint.catalog.Api;
import org.vicilint.model.LoggedFunction;

/**
 * A function that an account is granted, or that the log has for it.
 *
 * @param api null when the log does not say
 * @param name its name in the catalog; the logged name if that matches several functions or none
 * @param candidates the functions that an ambiguous name may be
 * @param state the state of the function
 * @param granted whether the account may call it today; of an ambiguous one, any candidate
 * @param logged the log's record; null if it has none
 */
public record UsedFunction(
    Api api,
    String name,
    List<String> candidates,
    State state,
    boolean granted,
    LoggedFunction logged) {

  /** The states of a function. */
  public enum State {
    /** Called, and not only refused. */
    USED("used"),
    /** Called, and always refused. */
    REFUSED("refused"),
    /** The log has a truncated name that several functions begin with. */
    AMBIGUOUS("ambiguous"),
    /** The log has a name that these builds do not have. */
    UNKNOWN("unknown"),
    /** Granted, and not called. */
    UNUSED("unused"),
    /** Granted; without a log it is unknown whether it was called. */
    NO_LOG("no_log");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** Returns the word in outputs. */
    public String word() {
      return word;
    }
  }

  public UsedFunction {
    candidates = List.copyOf(candidates);
  }
}
