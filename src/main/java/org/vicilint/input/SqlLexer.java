package org.vicilint.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

/**
 * Walks over MySQL's SQL: blanks and comments, words, names and texts. What is skipped is not kept,
 * so that a dump of any size takes the same memory.
 */
final class SqlLexer {
  /** No name in MySQL is longer than 64 characters; what is longer is cut. */
  static final int LONGEST_NAME = 300;

  private static final int LONGEST_COMMENT = 80;

  private static final String IN_STATEMENT = "'\"`\n-#/*";
  private static final boolean[] IN_COMMENT = marks("*\n");
  private static final boolean[] IN_LINE = marks("\n");

  private final SqlInput in;
  private final SqlMode mode;
  private String delimiter = ";";
  private boolean[] inStatement = marks(IN_STATEMENT + ";");

  SqlLexer(SqlInput in, SqlMode mode) {
    this.in = in;
    this.mode = mode;
  }

  static boolean[] marks(String bytes) {
    boolean[] marks = new boolean[256];
    bytes.chars().forEach(c -> marks[c] = true);
    return marks;
  }

  /** What ends a statement; the client's command DELIMITER changes it. */
  void delimiter(String text) {
    delimiter = text;
    inStatement = marks(IN_STATEMENT + text.charAt(0));
  }

  boolean atDelimiter() throws IOException {
    return in.isNext(delimiter);
  }

  void skipDelimiter() throws IOException {
    in.skip(delimiter.length());
  }

  /** Goes to what comes next; the marks around an executable comment count as blanks. */
  void blanks() throws IOException {
    while (true) {
      int c = in.peek();
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        in.next();
      } else if (!comment(c)) {
        return;
      }
    }
  }

  private boolean comment(int c) throws IOException {
    if (c == '#' || (c == '-' && in.ahead(1) == '-' && in.ahead(2) <= ' ')) {
      lineComment();
      return true;
    }
    if (c == '*' && in.ahead(1) == '/') {
      in.skip(2); // the end of an executable comment
      return true;
    }
    if (c != '/' || in.ahead(1) != '*') {
      return false;
    }
    in.skip(2);
    if (in.isNext("M!")) {
      in.skip(2);
    } else if (in.peek() == '!') {
      in.next();
    } else {
      skipComment();
      return true;
    }
    while (Character.isDigit(in.peek())) {
      in.next();
    }
    if (in.peek() == '\\') {
      skipComment(); // a command for the client
    }
    return true;
  }

  private void skipComment() throws IOException {
    mode.open(true);
    while (in.skipTo(IN_COMMENT)) {
      if (in.next() == '*' && in.peek() == '/') {
        in.next();
        mode.open(false);
        return;
      }
    }
  }

  private void lineComment() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = in.peek(); c != '\n' && c != SqlInput.END; c = in.peek()) {
      if (text.length() >= LONGEST_COMMENT) {
        in.skipTo(IN_LINE);
        break;
      }
      text.append((char) in.next());
    }
    mode.comment(text.toString(), in.line());
  }

  /** The word that comes next, in upper case; empty when something else does. */
  String word() throws IOException {
    StringBuilder word = new StringBuilder();
    for (int c = in.peek(); wordy(c) && word.length() < LONGEST_NAME; c = in.peek()) {
      word.append((char) in.next());
    }
    return word.toString().toUpperCase(Locale.ROOT);
  }

  private static boolean wordy(int c) {
    return c == '_' || c == '$' || (c > 0 && c < 128 && Character.isLetterOrDigit(c)) || c >= 128;
  }

  /**
   * A name, quoted or not, in lower case; the last part of a dotted one. Empty when none is here.
   */
  String name() throws IOException {
    String name = part();
    blanks();
    while (in.peek() == '.') {
      in.next();
      blanks();
      name = part();
      blanks();
    }
    return name.toLowerCase(Locale.ROOT);
  }

  private String part() throws IOException {
    int quote = in.peek();
    if (quote != '`' && quote != '"') {
      return word();
    }
    in.next();
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    for (int c = in.next(); c != SqlInput.END; c = in.next()) {
      if (c == quote && in.peek() != quote) {
        break;
      }
      if (c == quote) {
        in.next();
      }
      if (name.size() < LONGEST_NAME) {
        name.write(c);
      }
    }
    return mode.decode(name.toByteArray());
  }

  /** Skips the rest of the statement, texts and comments whole; false when the dump ends first. */
  boolean skipStatement() throws IOException {
    while (in.skipTo(inStatement)) {
      if (atDelimiter()) {
        skipDelimiter();
        return true;
      }
      int c = in.peek();
      if (c == '\'' || c == '"' || c == '`') {
        skipQuoted();
      } else if (!comment(c)) {
        in.next();
      }
    }
    return false;
  }

  /** Skips what stands in quotes; false when the dump ends first. */
  boolean skipQuoted() throws IOException {
    int quote = in.next();
    boolean[] marks = mode.inQuotes(quote);
    while (in.skipTo(marks)) {
      int c = in.next();
      if (c == '\\' && mode.escapes(quote)) {
        in.next();
      } else if (c == quote) {
        if (in.peek() != quote) {
          return true;
        }
        in.next();
      }
    }
    return false;
  }
}
