package org.vicilint.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The bytes of a dump, with the line and column that the next one has. */
public final class SqlInput {
  public static final int END = -1;
  private static final int SIZE = 1 << 16;

  /** Number of taken bytes that stay, to look back at. */
  private static final int BEHIND = 128;

  private final InputStream in;
  private final byte[] buffer = new byte[SIZE + BEHIND];
  private int at;
  private int end;
  private int line = 1;

  /** Number of bytes before the buffer, and the place in all of them at which the line begins. */
  private long before;

  private long lineStart;

  public SqlInput(InputStream in) throws IOException {
    this.in = in;
    if (peek() == 0xEF && ahead(1) == 0xBB && ahead(2) == 0xBF) {
      at += 3;
      lineStart = 3;
    }
  }

  /**
   * The bytes of a part of a script.
   *
   * @param line the line in which it begins
   * @param column the byte of that line
   */
  public SqlInput(InputStream in, int line, int column) {
    this.in = in;
    this.line = line;
    this.lineStart = 1L - column;
  }

  public int line() {
    return line;
  }

  /** The column of the next byte, counted in bytes. */
  public int column() {
    return (int) Math.min(Integer.MAX_VALUE, before + at - lineStart + 1);
  }

  /** The next byte, which stays; {@link #END} at the end. */
  public int peek() throws IOException {
    return at < end || fill() ? buffer[at] & 0xFF : END;
  }

  /** A byte behind the next one; {@link #END} when there is none. */
  public int ahead(int n) throws IOException {
    while (at + n >= end) {
      if (!fill()) {
        return END;
      }
    }
    return buffer[at + n] & 0xFF;
  }

  public int next() throws IOException {
    int c = peek();
    if (c != END) {
      at++;
      if (c == '\n') {
        newLine();
      }
    }
    return c;
  }

  public void skip(int n) throws IOException {
    for (int i = 0; i < n; i++) {
      next();
    }
  }

  /** Goes to the next byte that is marked; false at the end. Line feeds must be marked. */
  public boolean skipTo(boolean[] marked) throws IOException {
    while (at < end || fill()) {
      int i = at;
      while (i < end && !marked[buffer[i] & 0xFF]) {
        i++;
      }
      at = i;
      if (i < end) {
        return true;
      }
    }
    return false;
  }

  /** Takes the bytes before the next one that is marked; false at the end. */
  boolean copyTo(boolean[] marked, OutputStream out) throws IOException {
    while (at < end || fill()) {
      int i = at;
      while (i < end && !marked[buffer[i] & 0xFF]) {
        i++;
      }
      out.write(buffer, at, i - at);
      at = i;
      if (i < end) {
        return true;
      }
    }
    return false;
  }

  /** Whether these bytes come next; letters are compared in upper case. */
  public boolean isNext(String upper) throws IOException {
    for (int i = 0; i < upper.length(); i++) {
      int c = ahead(i);
      if (Character.toUpperCase(c) != upper.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** A byte that was taken, counted back from 1; {@link #END} where none is kept. */
  int behind(int n) {
    return n <= Math.min(at, BEHIND) ? buffer[at - n] & 0xFF : END;
  }

  private void newLine() {
    line++;
    lineStart = before + at;
  }

  /** Reads on, and keeps what has not been taken yet. */
  private boolean fill() throws IOException {
    int left = end - at;
    if (left == SIZE) {
      return false;
    }
    int kept = Math.min(at, BEHIND);
    System.arraycopy(buffer, at - kept, buffer, 0, kept + left);
    before += at - kept;
    at = kept;
    end = kept + left;
    int n = in.read(buffer, end, SIZE - left);
    end += Math.max(n, 0);
    return n > 0;
  }
}
