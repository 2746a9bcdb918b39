package org.vicilint.simulate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.model.Account;
import org.vicilint.model.Request;

/**
 * What the server would do with a request.
 *
 * @param request the request, with the caller that was asked for
 * @param caller who calls, as it may be shown; empty when nobody knows
 * @param function what is called, as it may be shown
 * @param answer what the server answers, line by line; passwords are masked
 * @param outcome how it ends
 * @param asSent whether everything would be stored as it was sent
 * @param stored the columns that would be written and what they would hold; passwords are masked
 * @param notes what must be known of it, in sentences
 * @param before the account before; null when there was none, or nothing happens to it
 * @param after the account afterwards; null when nothing happens to one, or it is deleted
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

  /** How a request ends. */
  public enum Outcome {
    /** The server does all that is asked. */
    SUCCESS("would succeed"),
    /** The server refuses, or says so and stores nothing. */
    REFUSED("would be refused"),
    /** That depends on what nobody has told; the answer is the likeliest. */
    UNCERTAIN("is not certain");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }

  /** Whether it would succeed, with everything stored as it was sent. */
  public boolean clean() {
    return outcome == Outcome.SUCCESS && asSent;
  }
}
