package org.vicilint.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;

/** Reads one value of a record, or skips it where nobody wants it. */
final class SqlValue {
  /** What a value is. */
  enum Kind {
    TEXT,
    NULL,
    DEFAULT,
    BAD,
    END
  }

  private static final int HEX = 16;
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
      return skipExpression() ? Kind.DEFAULT : Kind.END;
    }
    Kind kind = value(line);
    lexer.blanks();
    if (kind != null && (in.peek() == ',' || in.peek() == ')')) {
      return kind;
    }
    if (!skipExpression()) {
      return Kind.END;
    }
    return bad(line, "the value of " + wanted.name() + " is an expression", "dump again");
  }

  /** The value; null when it is none that can be read without executing something. */
  private Kind value(int line) throws IOException {
    int c = in.peek();
    if (mode.quotesText(c)) {
      return string(line);
    }
    if (c == '0' && in.ahead(1) == 'x') {
      in.skip(2);
      return hex(line);
    }
    if (c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9')) {
      return number();
    }
    String word = lexer.word();
    if (mode.quotesText(in.peek()) && word.equals("X")) {
      in.next();
      Kind kind = hex(line);
      in.next();
      return kind;
    }
    switch (word) {
      case "NULL" -> {
        return Kind.NULL;
      }
      case "DEFAULT" -> {
        return Kind.DEFAULT;
      }
      case "TRUE", "FALSE" -> {
        text = word.equals("TRUE") ? "1" : "0";
        return Kind.TEXT;
      }
      default -> {}
    }
    lexer.blanks();
    if (word.startsWith("_") || word.equals("N")) { // the character set of the text behind it
      if (in.peek() == '0' && in.ahead(1) == 'x') {
        in.skip(2);
        return hex(line);
      }
      if (mode.quotesText(in.peek())
          || (Character.toUpperCase(in.peek()) == 'X' && mode.quotesText(in.ahead(1)))) {
        return value(line);
      }
    }
    return null;
  }

  /** Texts that stand side by side are one. */
  private Kind string(int line) throws IOException {
    bytes.reset();
    do {
      if (!quoted()) {
        return Kind.END;
      }
      lexer.blanks();
    } while (mode.quotesText(in.peek()));
    return textOf(line);
  }

  private boolean quoted() throws IOException {
    int quote = in.next();
    boolean escapes = mode.escapes(quote);
    for (int c = in.next(); c != SqlInput.END; c = in.next()) {
      if (c == '\\' && escapes) {
        escaped(in.next());
      } else if (c != quote) {
        bytes.write(c);
        if (bytes.over) {
          in.skipTo(mode.inQuotes(quote)); // nobody wants the rest of it
        }
      } else if (in.peek() == quote) {
        bytes.write(in.next());
      } else {
        return true;
      }
    }
    return false;
  }

  private void escaped(int c) {
    switch (c) {
      case '0' -> bytes.write(0);
      case 'b' -> bytes.write('\b');
      case 'n' -> bytes.write('\n');
      case 'r' -> bytes.write('\r');
      case 't' -> bytes.write('\t');
      case 'Z' -> bytes.write(0x1A);
      case SqlInput.END -> {}
      default -> bytes.write(c);
    }
  }

  private Kind hex(int line) throws IOException {
    bytes.reset();
    int high = Character.digit(in.peek(), HEX);
    while (high >= 0) {
      in.next();
      int low = Character.digit(in.peek(), HEX);
      if (low < 0) {
        return null;
      }
      bytes.write(high * HEX + low);
      in.next();
      high = Character.digit(in.peek(), HEX);
    }
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
        return null;
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
    public synchronized void reset() {
      super.reset();
      over = false;
    }

    byte[] array() {
      return buf;
    }
  }
}
