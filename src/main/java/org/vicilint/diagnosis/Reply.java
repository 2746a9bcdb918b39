package org.vicilint.diagnosis;

import java.util.List;
import org.vicilint.catalog.Api;

/**
 * An answer of the server, found in a text.
 *
 * @param kind what it is
 * @param form how it is written
 * @param text the answer, safe to show: passwords are masked, what depends on the request stands in
 *     angle brackets; of an unknown one only what cannot be a secret
 * @param api the API that answers so; null when it is not known
 * @param account the account that called, as the server prints it, or the agent that the request
 *     names where the answer is about an agent; null when the answer names none
 * @param named the function whose name stands in the answer; null when none does
 * @param candidates what it may have come from; empty unless it is a refusal of the caller
 * @param login what a refused login says of itself; null for other answers
 * @param known what is known of an answer that refuses the caller nothing; null for others
 * @param cut the text ends before the answer does
 */
public record Reply(
    Kind kind,
    Form form,
    String text,
    Api api,
    String account,
    String named,
    List<Candidate> candidates,
    Login login,
    KnownAnswer known,
    boolean cut) {

  /** Kind of an answer. */
  public enum Kind {
    /** A refusal that the catalog knows. */
    REFUSAL("refusal"),
    /** The caller may call, and what the call is about is refused: an agent, a level, a list. */
    TARGET("refusal"),
    /** The server did what was asked. */
    SUCCESS("success"),
    /** A known answer about parameters or a state: no permission refuses anything. */
    OTHER("other"),
    /** An answer that the catalog does not know: no permission answer of any build. */
    UNKNOWN("unknown");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Returns its name in outputs. */
    public String word() {
      return word;
    }
  }

  /** Form of an answer. */
  public enum Form {
    /** As a server prints it. */
    SERVER,
    /** As VICIdial's documentation and some wrappers write it: a dash in place of colon and bar. */
    DOCUMENTATION,
    /** As a JSON object. */
    JSON,
    /** Words that no build prints, around fields as the Agent API prints them. */
    TRANSLATED
  }

  /**
   * Details of a refused login.
   *
   * @param auth whether user, password, level and active matched; null when it does not say
   * @param authApi whether the account of that name has {@code vdc_agent_api_access}; null when it
   *     does not say
   * @param message GOOD, BAD, LOCK, or IP where the address was refused; null when it says nothing
   * @param user whether a user arrived; null when it does not say
   * @param password whether a password arrived; null when it does not say
   */
  public record Login(
      Boolean auth, Boolean authApi, String message, Boolean user, Boolean password) {}

  public Reply {
    candidates = List.copyOf(candidates);
  }
}
