package org.vicilint.diagnosis;

import java.util.Locale;
import org.vicilint.catalog.Api;

/**
 * An answer of an API that comes from no gate of the caller.
 *
 * @param api the API that answers so; null when both do
 * @param kind what it is about
 * @param account whose name its first value is
 * @param text the words up to the first value; {@code {function}} and {@code *} as in the catalog
 */
public record KnownAnswer(Api api, Kind kind, Subject account, String text) {
  /** Topic of an answer. */
  public enum Kind {
    SUCCESS,
    NOTICE,
    PARAMETERS,
    STATE,
    LOGGED_OUT,
    NO_AGENT,
    AGENT,
    LEVEL,
    LIST
  }

  /** Whose name the first value is. */
  public enum Subject {
    NOBODY,
    USER,
    AGENT
  }

  /** Reads a row of the catalog's list. */
  static KnownAnswer of(String api, String kind, String account, String text) {
    return new KnownAnswer(
        api.equals("any") ? null : Api.valueOf(api.toUpperCase(Locale.ROOT)),
        Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
        account.isEmpty() ? Subject.NOBODY : Subject.valueOf(account.toUpperCase(Locale.ROOT)),
        text);
  }

  /** Returns the kind of reply that the answer is. */
  Reply.Kind reply() {
    return switch (kind) {
      case SUCCESS -> Reply.Kind.SUCCESS;
      case AGENT, LEVEL, LIST -> Reply.Kind.TARGET;
      default -> Reply.Kind.OTHER;
    };
  }
}
