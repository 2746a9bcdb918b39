package org.vicilint.simulate;

/**
 * What a quote in {@code email} does: the API keeps it, and writes it into its SQL as it is. (Seen
 * on a running 250720-1841.)
 */
final class Quotes {
  static final String WHY = "email holds a quote, which breaks the server's SQL";

  private static final String EMAIL = "email";

  private Quotes() {}

  /** Whether the SQL breaks; two quotes in a row stand for one. */
  static boolean broken(SanitizedRequest sent) {
    return sent.get(EMAIL).replace("''", "").contains("'");
  }

  /** What SQL makes of a text with pairs of quotes. */
  static String unquoted(String text) {
    return text.replace("''", "'");
  }
}
