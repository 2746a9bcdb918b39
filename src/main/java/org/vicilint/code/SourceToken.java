package org.vicilint.code;

/**
 * A word of a program.
 *
 * @param kind what it is
 * @param text the word; of a text its value, with {@link Hole}s
 * @param start where it begins
 * @param end where what follows it begins
 */
record SourceToken(Kind kind, String text, int start, int end) {

  /** Kind of a token. */
  enum Kind {
    /** A text in quotes. */
    TEXT,
    /** An address or a query without quotes. */
    RAW,
    /** A name, with the sign that some languages put before it. */
    NAME,
    /** A number. */
    NUMBER,
    /** Anything else, one or two characters. */
    MARK,
    /** The end of a line. */
    LINE
  }

  boolean is(String mark) {
    return kind == Kind.MARK && text.equals(mark);
  }

  boolean literal() {
    return kind == Kind.TEXT || kind == Kind.RAW;
  }
}
