package org.vicilint.simulate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.model.Account;
import org.vicilint.model.Request;

/**
 * The predicted result of a request.
 *
 * @param request the request, with the requested caller
 * @param caller the caller, as it may be shown; empty if unknown
 * @param function the function, as it may be shown
 * @param answer the lines of the server's answer; passwords are masked
 * @param outcome the outcome
 * @param asSent whether the server would store every value as sent
 * @param stored the columns to write, with their values; passwords are masked
 * @param notes notes on the prediction, one sentence each
 * @param before the account before the request; null if there was none, or the request does not
 *     change it
 * @param after the account after the request; null if the request changes none, or deletes it
 */
public record Prediction(
    Request request,
    String caller,
    String function,
    List<String> answer,
    Outcome outcome,
    boolean asSent,
    Map<String, String> stored,
    List<String> notes,
    Account before,
    Account after) {
  public Prediction {
    answer = List.copyOf(answer);
    notes = List.copyOf(notes);
    stored = Collections.unmodifiableMap(new LinkedHashMap<>(stored));
  }

  /** The outcomes of a request. */
  public enum Outcome {
    /** The server does everything that the request asks for. */
    SUCCESS("would succeed"),
    /** The server refuses, and stores nothing. */
    REFUSED("would be refused"),
    /** The outcome depends on facts that were not read; the answer is the most likely one. */
    UNCERTAIN("is not certain");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /** Returns the outcome in words. */
    public String words() {
      return words;
    }
  }

  /** Whether the request would succeed and the server would store every value as sent. */
  public boolean clean() {
    return outcome == Outcome.SUCCESS && asSent;
  }
}
