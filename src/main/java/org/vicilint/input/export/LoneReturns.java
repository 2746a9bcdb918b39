package org.vicilint.input.export;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Hides the carriage returns of a TSV that no line feed follows. {@code mysql -B} escapes tabs and
 * line feeds and writes a carriage return as it is, but the library takes it for the end of a
 * record.
 */
final class LoneReturns extends FilterReader {
  /** Stands for one; no text holds it. */
  private static final char HIDDEN = '\uFFFE';

  private static final int NONE = -2;

  /** The character read ahead, behind a carriage return; -1 for the end. */
  private int ahead = NONE;

  LoneReturns(Reader in) {
    super(in);
  }

  /** The text with what was hidden in it. */
  static String show(String text) {
    return text.replace(HIDDEN, '\r');
  }

  @Override
  public int read() throws IOException {
    int c = ahead == NONE ? in.read() : ahead;
    ahead = NONE;
    if (c != '\r') {
      return c;
    }
    ahead = in.read();
    return ahead == '\n' || ahead < 0 ? c : HIDDEN;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int first = read();
    if (first < 0) {
      return -1;
    }
    buffer[offset] = (char) first;
    if (length == 1 || ahead != NONE) {
      return 1;
    }
    int n = in.read(buffer, offset + 1, length - 1);
    if (n < 0) {
      return 1;
    }
    int end = offset + 1 + n;
    if (buffer[end - 1] == '\r') {
      ahead = in.read();
    }
    for (int i = offset + 1; i < end; i++) {
      int next = i + 1 < end ? buffer[i + 1] : ahead;
      if (buffer[i] == '\r' && next != '\n' && next != -1) {
        buffer[i] = HIDDEN;
      }
    }
    return 1 + n;
  }
}
