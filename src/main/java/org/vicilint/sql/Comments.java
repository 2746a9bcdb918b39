package org.vicilint.sql;

import java.io.IOException;

/** Skips comments; the text of an executable one is left to be read. */
final class Comments {
  private static final int LONGEST = 80;

  /** MariaDB passes over comments for these versions of MySQL, and for versions above its own. */
  private static final long FIRST_OF_MYSQL_ALONE = 50_700;

  private static final long LAST_OF_MYSQL_ALONE = 99_999;
  private static final long MARIADB = 101_100;
  private static final long NO_VERSION = 1_000_000_000;
  private static final boolean[] IN_COMMENT = SqlLexer.marks("*\n");
  private static final boolean[] IN_LINE = SqlLexer.marks("\n");

  private final SqlInput in;
  private final SqlMode mode;
  private boolean onlyForOthers;

  Comments(SqlInput in, SqlMode mode) {
    this.in = in;
    this.mode = mode;
  }

  /** Whether what comes next stands in a comment that some servers execute and others do not. */
  boolean onlyForOthers() {
    return onlyForOthers;
  }

  /**
   * Takes a comment, or a mark around an executable one.
   *
   * @param c the byte that comes next
   * @return false when none comes next
   */
  boolean skip(int c) throws IOException {
    if (c == '#' || (c == '-' && in.ahead(1) == '-' && in.ahead(2) <= ' ')) {
      lineComment();
      return true;
    }
    if (c == '*' && in.ahead(1) == '/') {
      in.skip(2); // the end of an executable comment
      onlyForOthers = false;
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
    long version = 0;
    while (Character.isDigit(in.peek())) {
      version = Math.min(NO_VERSION, version * 10 + Character.digit(in.next(), 10));
    }
    onlyForOthers =
        version >= FIRST_OF_MYSQL_ALONE && !(version > LAST_OF_MYSQL_ALONE && version <= MARIADB);
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
      if (text.length() >= LONGEST) {
        in.skipTo(IN_LINE);
        break;
      }
      text.append((char) in.next());
    }
    mode.comment(text.toString(), in.line());
  }
}
