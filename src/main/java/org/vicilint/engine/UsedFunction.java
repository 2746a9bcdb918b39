package org.vicilint.engine;

import java.util.List;
import org.vicilint.catalog.Api;
import org.vicilint.model.LoggedFunction;

/**
 * A function of an account: one that is granted, or one that the log has.
 *
 * @param api null when the log does not say
 * @param name its name in the catalog; as logged when that may be several, or none
 * @param candidates the functions that an ambiguous name may be
 * @param state what became of it
 * @param granted whether the account may call it today; of an ambiguous one, any candidate
 * @param logged what the log has; null when it has nothing
 */
public record UsedFunction(
    Api api,
    String name,
    List<String> candidates,
    State state,
    boolean granted,
    LoggedFunction logged) {

  /** What became of a function. */
  public enum State {
    /** Called, and not only refused. */
    USED("used"),
    /** Called, and always refused. */
    REFUSED("refused"),
    /** The log has cut the name, and several functions begin so. */
    AMBIGUOUS("ambiguous"),
    /** The log has a name that these builds do not have. */
    UNKNOWN("unknown"),
    /** Granted, and not called. */
    UNUSED("unused"),
    /** Granted; there is no log that could tell whether it was called. */
    NO_LOG("no_log");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word in outputs. */
    public String word() {
      return word;
    }
  }

  public UsedFunction {
    candidates = List.copyOf(candidates);
  }
}
