package org.vicilint.answer;

import java.util.List;
import org.vicilint.catalog.Api;

/**
 * An answer of the server, found in a text.
 *
 * @param kind what it is
 * @param text the answer, safe to show: passwords are masked, what depends on the request stands in
 *     angle brackets; of an unknown one only what cannot be a secret
 * @param account the account that called, as the server prints it; null when the answer names none
 * @param named the function whose name stands in the answer; null when none does
 * @param candidates what it may have come from; empty unless it is a refusal
 * @param login what a refused login says of itself; null for other answers
 * @param cut the text ends before the answer does
 */
public record Reply(
    Kind kind,
    String text,
    String account,
    String named,
    List<Candidate> candidates,
    Login login,
    boolean cut) {

  /** What an answer is. */
  public enum Kind {
    /** A refusal that the catalog knows. */
    REFUSAL,
    /** The server did what was asked. */
    SUCCESS,
    /** An answer that the catalog does not know: no permission answer of any build. */
    UNKNOWN
  }

  /**
   * What a refused login says of itself.
   *
   * @param auth whether user, password, level and active matched; null when it does not say
   * @param authApi whether the account of that name has {@code vdc_agent_api_access}; null when it
   *     does not say
   * @param message GOOD, BAD, LOCK, or IP where the address was refused; null when it says nothing
   */
  public record Login(Boolean auth, Boolean authApi, String message) {}

  public Reply {
    candidates = List.copyOf(candidates);
  }

  /** The API that answers so; null when it is not known. */
  public Api api() {
    return candidates.isEmpty() ? null : candidates.get(0).api();
  }
}
