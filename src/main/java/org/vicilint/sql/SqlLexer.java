package org.vicilint.sql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Walks over MySQL's SQL: blanks and comments, words, names and texts. Skipped text is not kept, so
 * that a dump of any size takes the same memory.
 */
public final class SqlLexer {
  /** No name in MySQL is longer than 64 characters; what is longer is cut. */
  public static final int LONGEST_NAME = 300;

  private static final String IN_STATEMENT = "'\"`\n-#/*";

  private final SqlInput in;
  private final SqlMode mode;
  private final Comments comments;
  private String delimiter = ";";
  private boolean[] inStatement = marks(IN_STATEMENT + ";");
  private boolean[] inRecords = marks(IN_STATEMENT + ";(");

  /** Whether the statement that was skipped may call a function of the script's or the site's. */
  private boolean called;

  /** The database in front of the name that was read last; null when there was none. */
  private String database;

  public SqlLexer(SqlInput in, SqlMode mode) {
    this.in = in;
    this.mode = mode;
    this.comments = new Comments(in, mode);
  }

  public static boolean[] marks(String bytes) {
    boolean[] marks = new boolean[256];
    bytes.chars().forEach(c -> marks[c] = true);
    return marks;
  }

  /** Sets the text that ends a statement; the client's command DELIMITER changes it. */
  private void delimiter(String text) {
    delimiter = text;
    inStatement = marks(IN_STATEMENT + text.charAt(0));
    inRecords = marks(IN_STATEMENT + "(" + text.charAt(0));
  }

  /**
   * Takes the client's command DELIMITER, which ends with its line.
   *
   * @return false when something else comes next
   */
  public boolean delimiterCommand() throws IOException {
    if (!in.isNext("DELIMITER") || wordy(in.ahead("DELIMITER".length()))) {
      return false;
    }
    in.skip("DELIMITER".length());
    StringBuilder text = new StringBuilder();
    for (int c = in.peek(); c != '\n' && c != SqlInput.END; c = in.peek()) {
      in.next();
      if (text.length() < LONGEST_NAME) {
        text.append((char) c);
      }
    }
    String next = text.toString().strip();
    if (!next.isEmpty()) {
      delimiter(next);
    }
    return true;
  }

  public boolean atDelimiter() throws IOException {
    return in.isNext(delimiter);
  }

  public void skipDelimiter() throws IOException {
    in.skip(delimiter.length());
  }

  /** Whether what comes next stands in a comment that some servers execute and others do not. */
  public boolean onlyForOthers() {
    return comments.onlyForOthers();
  }

  /** Goes to what comes next; the marks around an executable comment count as blanks. */
  public void blanks() throws IOException {
    while (true) {
      int c = in.peek();
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        in.next();
      } else if (!comments.skip(c)) {
        return;
      }
    }
  }

  /** The word that comes next, in upper case; empty when something else does. */
  public String word() throws IOException {
    return written().toUpperCase(Locale.ROOT);
  }

  /** Returns the name as it is written. */
  String written() throws IOException {
    StringBuilder word = new StringBuilder();
    for (int c = in.peek(); wordy(c) && word.length() < LONGEST_NAME; c = in.peek()) {
      word.append((char) in.next());
    }
    return word.toString();
  }

  static boolean wordy(int c) {
    return c == '_' || c == '$' || (c > 0 && c < 128 && Character.isLetterOrDigit(c)) || c >= 128;
  }

  /**
   * A name, quoted or not, in lower case; the last part of a dotted one. Empty when none is here.
   */
  public String name() throws IOException {
    String name = part();
    database = null;
    blanks();
    while (in.peek() == '.') {
      in.next();
      blanks();
      database = name.toLowerCase(Locale.ROOT);
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
    String name = quotedName();
    return name == null ? "" : name;
  }

  /** A name in quotes, which come next; null when the script ends before them. */
  String quotedName() throws IOException {
    int quote = in.next();
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    for (int c = in.next(); c != SqlInput.END; c = in.next()) {
      if (c == quote && in.peek() != quote) {
        return mode.decode(name.toByteArray());
      }
      if (c == quote) {
        in.next();
      }
      if (name.size() < LONGEST_NAME) {
        name.write(c);
      }
    }
    return null;
  }

  /**
   * Takes a text, whose quote comes next.
   *
   * @param bytes gets what the text says
   * @return false when the script ends before the text does
   */
  public boolean text(OutputStream bytes) throws IOException {
    int quote = in.next();
    boolean escapes = mode.escapes(quote);
    boolean[] marks = mode.inQuotes(quote);
    while (in.copyTo(marks, bytes)) {
      int c = in.next();
      if (c == '\\' && escapes) {
        escaped(in.next(), bytes);
      } else if (c != quote) {
        bytes.write(c);
      } else if (in.peek() == quote) {
        bytes.write(in.next());
      } else {
        return true;
      }
    }
    return false;
  }

  private static void escaped(int c, OutputStream bytes) throws IOException {
    switch (c) {
      case '0' -> bytes.write(0);
      case 'b' -> bytes.write('\b');
      case 'n' -> bytes.write('\n');
      case 'r' -> bytes.write('\r');
      case 't' -> bytes.write('\t');
      case 'Z' -> bytes.write(0x1A);
      case '%', '_' -> { // the backslash stays, for LIKE
        bytes.write('\\');
        bytes.write(c);
      }
      case SqlInput.END -> {}
      default -> bytes.write(c);
    }
  }

  /** The database in front of the name that was read last, in lower case; null without one. */
  public String database() {
    return database;
  }

  /** Skips the rest of the statement, texts and comments whole; false when the dump ends first. */
  public boolean skipStatement() throws IOException {
    return skip(inStatement);
  }

  /**
   * Skips to the records from behind the name of the table that an INSERT fills; {@link #called}
   * returns whether they may call a function.
   */
  boolean skipRecords() throws IOException {
    called = false;
    blanks();
    if (in.peek() == '(') {
      in.next(); // behind the name of a table it opens the list of columns
    }
    return skip(inRecords);
  }

  boolean called() {
    return called;
  }

  private boolean skip(boolean[] marks) throws IOException {
    while (in.skipTo(marks)) {
      if (atDelimiter()) {
        skipDelimiter();
        return true;
      }
      int c = in.peek();
      if (c == '\'' || c == '"' || c == '`') {
        skipQuoted();
      } else if (!comments.skip(c)) {
        called |= c == '(' && !called && FunctionCalls.mayOpen(in);
        in.next();
      }
    }
    return false;
  }

  /** Skips what stands in quotes; false when the dump ends first. */
  public boolean skipQuoted() throws IOException {
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
