package org.vicilint.input.sql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.vicilint.input.table.Column;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;
import org.vicilint.sql.SqlInput;
import org.vicilint.sql.SqlLexer;
import org.vicilint.sql.SqlMode;

/** Reads one value of a record, or skips it where nobody wants it. */
final class SqlValue {
  /** Kind of a value. */
  enum Kind {
    TEXT,
    NULL,
    /** Nobody wants it. */
    SKIPPED,
    /** A value whose effect on the column only playing the statement shows. */
    PLAYED,
    BAD,
    END
  }

  private static final int LONGEST_NUMBER = 100;
  private static final boolean[] IN_EXPRESSION = SqlLexer.marks("'\"`\n(),-#/*;");

  private final SqlInput in;
  private final SqlLexer lexer;
  private final SqlMode mode;
  private final ProblemLog log;
  private final Bytes bytes = new Bytes();
  private String text;

  SqlValue(SqlInput in, SqlLexer lexer, SqlMode mode, ProblemLog log) {
    this.in = in;
    this.lexer = lexer;
    this.mode = mode;
    this.log = log;
  }

  /** The text of the value that was read last. */
  String text() {
    return text;
  }

  /**
   * Reads up to the comma or bracket behind the value.
   *
   * @param wanted its column; null when the value is not wanted
   */
  Kind read(Column wanted, int line) throws IOException {
    lexer.blanks();
    if (wanted == null) {
      return skipExpression() ? Kind.SKIPPED : Kind.END;
    }
    boolean quoted = mode.quotesText(in.peek());
    Kind kind = value(line);
    lexer.blanks();
    boolean ends = in.peek() == ',' || in.peek() == ')';
    if (!ends) {
      return kind == Kind.BAD ? kind : in.peek() == SqlInput.END ? Kind.END : Kind.PLAYED;
    }
    return kind == Kind.TEXT && !wanted.type().keeps(text, quoted) ? Kind.PLAYED : kind;
  }

  /** The value of a literal. */
  private Kind value(int line) throws IOException {
    int c = in.peek();
    if (mode.quotesText(c)) {
      return string(line);
    }
    if ((c >= '0' && c <= '9') && in.ahead(1) != 'x') {
      return number();
    }
    return lexer.word().equals("NULL") ? Kind.NULL : Kind.PLAYED;
  }

  /** Texts that stand side by side are one. */
  private Kind string(int line) throws IOException {
    bytes.reset();
    do {
      if (!lexer.text(bytes)) {
        return Kind.END;
      }
      lexer.blanks();
    } while (mode.quotesText(in.peek()));
    return textOf(line);
  }

  private Kind textOf(int line) {
    if (bytes.over) {
      return bad(
          line,
          "a value here is longer than %d MiB".formatted(Limits.FIELD >> 20),
          "no column of VICIdial is that long: is the file what it says?");
    }
    text = mode.decode(bytes.array(), bytes.size(), line);
    return Kind.TEXT;
  }

  private Kind number() throws IOException {
    StringBuilder digits = new StringBuilder();
    for (int c = in.peek(); c != ',' && c != ')' && c > ' '; c = in.peek()) {
      if (digits.length() > LONGEST_NUMBER) {
        return Kind.PLAYED;
      }
      digits.append((char) in.next());
    }
    text = digits.toString();
    return Kind.TEXT;
  }

  private Kind bad(int line, String reason, String hint) {
    log.add(line, 1, reason + ": the record is not read", hint);
    return Kind.BAD;
  }

  /** Skips to the comma or bracket behind an expression; false when the dump ends first. */
  boolean skipExpression() throws IOException {
    int depth = 0;
    while (in.skipTo(IN_EXPRESSION)) {
      int c = in.peek();
      if (c == '\'' || c == '"' || c == '`') {
        lexer.skipQuoted();
      } else if (depth == 0 && (c == ',' || c == ')')) {
        return true;
      } else if (c == '-' || c == '#' || c == '/' || c == '*') {
        int before = in.column();
        lexer.blanks();
        if (in.column() == before && in.peek() == c) {
          in.next();
        }
      } else {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        in.next();
      }
    }
    return false;
  }

  /** Keeps what a value can hold, and counts the rest. */
  private static final class Bytes extends ByteArrayOutputStream {
    private boolean over;

    @Override
    public synchronized void write(int b) {
      if (count < Limits.FIELD) {
        super.write(b);
      } else {
        over = true;
      }
    }

    @Override
    public synchronized void write(byte[] from, int offset, int length) {
      int kept = Math.min(length, Limits.FIELD - count);
      super.write(from, offset, kept);
      over |= kept < length;
    }

    @Override
    public synchronized void reset() {
      super.reset();
      over = false;
    }

    byte[] array() {
      return buf;
    }
  }
}
