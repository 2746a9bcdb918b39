package org.vicilint.simulate;

/**
 * Effects of a quote in {@code email}, which the API writes into its SQL unescaped. (Observed on a
 * running 250720-1841.)
 */
final class Quotes {
  static final String WHY = "email holds a quote, which breaks the server's SQL";

  private static final String EMAIL = "email";

  private Quotes() {}

  /** Whether the SQL becomes invalid; two quotes in a row stand for one. */
  static boolean broken(SanitizedRequest sent) {
    return sent.get(EMAIL).replace("''", "").contains("'");
  }

  /** Returns the text with each pair of quotes replaced by one, as SQL reads it. */
  static String unquoted(String text) {
    return text.replace("''", "'");
  }
}
