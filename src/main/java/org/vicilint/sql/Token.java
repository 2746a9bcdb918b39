package org.vicilint.sql;

/**
 * One token of a statement.
 *
 * @param kind what it is
 * @param text a word as written, a name or text without its quotes, a number, a symbol
 * @param line the line, from 1
 * @param column the byte in that line, from 1
 * @param number the value of a text that was written as a hexadecimal number, where a number is
 *     asked for; {@link Value#NO_MEMBER} of every other token
 */
record Token(Kind kind, String text, int line, int column, int number) {
  Token(Kind kind, String text, int line, int column) {
    this(kind, text, line, column, Value.NO_MEMBER);
  }

  /** Kind of a token. */
  enum Kind {
    /** A word that is no quoted name: a key word, or a name. */
    WORD,
    /** A name in quotes. */
    NAME,
    TEXT,
    NUMBER,
    /** A variable of the session, {@code @name}; the text is its name in lower case. */
    VARIABLE,
    /** A place that a shell or a template fills in before the server sees the statement. */
    PLACEHOLDER,
    SYMBOL,
    END
  }

  boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
  }

  boolean named() {
    return kind == Kind.WORD || kind == Kind.NAME;
  }
}
