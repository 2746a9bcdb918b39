package org.vicilint.input.export;

import java.io.IOException;
import java.io.Reader;
import org.vicilint.source.Limits;

/**
 * Reads the fields that {@code SELECT … INTO OUTFILE} writes: a backslash stands before any
 * character that would end a field or line, {@code \N} is NULL, and texts may stand in quotation
 * marks.
 */
final class OutfileRecords {
  /** Text that ends a field. */
  enum End {
    FIELD,
    RECORD,
    FILE
  }

  private static final int SIZE = 1 << 15;
  private static final int NONE = -1;

  private final Reader in;
  private final char separator;
  private final char[] buffer = new char[SIZE];
  private final StringBuilder text = new StringBuilder();
  private int at;
  private int end;
  private int line = 1;
  private boolean isNull;
  private boolean nulls;
  private boolean empty;
  private boolean over;
  private boolean unclosed;

  /**
   * Whether lines end with a carriage return too, as those that Windows writes; the first line
   * decides.
   */
  private Boolean returns;

  OutfileRecords(Reader in, char separator) {
    this.in = in;
    this.separator = separator;
  }

  /** The line at which the next field begins. */
  int line() {
    return line;
  }

  /** The field's text; null for NULL. */
  String text() {
    return isNull ? null : text.toString();
  }

  /** Whether the last field was longer than any column. */
  boolean tooLong() {
    return over;
  }

  /** Whether the last field's quotation mark is not closed. */
  boolean unclosed() {
    return unclosed;
  }

  /** Whether any field so far, kept or not, was NULL as this format writes it. */
  boolean nulls() {
    return nulls;
  }

  /** Whether nothing follows. */
  boolean atEnd() throws IOException {
    return peek() == NONE;
  }

  /** Reads a field, up to what ends it. Without {@code keep} its text is not kept. */
  End field(boolean keep) throws IOException {
    text.setLength(0);
    isNull = false;
    empty = true;
    over = false;
    unclosed = false;
    boolean quoted = separator == ',' && peek() == '"';
    if (quoted) {
      next();
      quoted(keep);
    }
    while (true) {
      int c = next();
      if (c == separator) {
        return settle(End.FIELD, quoted);
      }
      if (c == NONE) {
        return settle(End.FILE, quoted);
      }
      if (c == '\n') {
        dropReturn();
        return settle(End.RECORD, quoted);
      }
      plain(c, keep);
    }
  }

  private void plain(int c, boolean keep) throws IOException {
    if (c != '\\') {
      add(c, keep);
      return;
    }
    int next = next();
    if (next == 'N' && empty && ends(peek())) {
      isNull = true;
      nulls = true;
    } else {
      escaped(next, keep);
    }
  }

  private boolean ends(int c) {
    return c == separator || c == '\n' || c == '\r' || c == NONE;
  }

  private void quoted(boolean keep) throws IOException {
    while (true) {
      int c = next();
      if (c == NONE) {
        unclosed = true;
        return;
      }
      if (c == '\\') {
        escaped(next(), keep);
      } else if (c != '"') {
        add(c, keep);
      } else if (peek() == '"') {
        add(next(), keep);
      } else {
        return;
      }
    }
  }

  private void escaped(int c, boolean keep) {
    switch (c) {
      case '0' -> add(0, keep);
      case 'b' -> add('\b', keep);
      case 'n' -> add('\n', keep);
      case 'r' -> add('\r', keep);
      case 't' -> add('\t', keep);
      case 'Z' -> add(0x1A, keep);
      case NONE -> unclosed = true; // the file ends within the pair
      default -> add(c, keep);
    }
  }

  private void dropReturn() {
    int last = text.length() - 1;
    boolean here = last >= 0 && text.charAt(last) == '\r';
    if (returns == null) {
      returns = here || lastPlain == '\r';
    }
    if (returns && here) {
      text.setLength(last);
    }
  }

  /** The last character outside of quotation marks, kept or not. */
  private int lastPlain;

  private End settle(End end, boolean quoted) {
    if (!quoted && separator == ',' && text.toString().equals("NULL")) {
      isNull = true; // where no character escapes
    }
    return end;
  }

  private void add(int c, boolean keep) {
    lastPlain = c;
    empty = false;
    if (!keep) {
      return;
    }
    if (text.length() < Limits.FIELD) {
      text.append((char) c);
    } else {
      over = true;
    }
  }

  private int peek() throws IOException {
    if (at == end && end >= 0) {
      at = 0;
      end = in.read(buffer, 0, SIZE);
      if (end < 0) {
        at = end;
      }
    }
    return end < 0 ? NONE : buffer[at];
  }

  private int next() throws IOException {
    int c = peek();
    if (c != NONE) {
      at++;
      line += c == '\n' ? 1 : 0;
    }
    return c;
  }
}
