package org.vicilint.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 and goes on after what is none: each bad byte, and each NUL, becomes U+FFFD, and
 * the place of the first is kept. A byte-order mark at the start is dropped.
 */
public final class Utf8Reader extends Reader {
  private static final int SIZE = 1 << 15;
  private static final char REPLACEMENT = '\uFFFD';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).flip();
  private final CharBuffer chars = CharBuffer.allocate(SIZE).flip();
  private boolean started;
  private boolean hungry = true;
  private boolean exhausted;
  private boolean ended;
  private int line = 1;
  private int column = 1;
  private boolean afterReturn;
  private String bad;

  public Utf8Reader(InputStream in) {
    this.in = in;
  }

  /** Says what was not UTF-8, once everything is read. */
  public void report(ProblemLog log) {
    if (bad != null) {
      log.add(
          line,
          column,
          bad,
          bad.startsWith("a NUL")
              ? "export or save the file again as text"
              : "save it as UTF-8; for an export use mysql --default-character-set=utf8mb4, or INTO OUTFILE ... CHARACTER SET utf8mb4");
    }
  }

  /** Skips lines of any length. */
  public void skipLines(int count) throws IOException {
    int left = count;
    while (left > 0 && some()) {
      char c = chars.get();
      if (c == '\r' && some() && chars.get(chars.position()) == '\n') {
        chars.get();
      }
      if (c == '\r' || c == '\n') {
        left--;
      }
    }
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!some()) {
      return -1;
    }
    int n = Math.min(length, chars.remaining());
    chars.get(buffer, offset, n);
    return n;
  }

  /** Whether there is another character; it is in the buffer then. */
  private boolean some() throws IOException {
    while (!chars.hasRemaining()) {
      if (ended) {
        return false;
      }
      fill();
    }
    return true;
  }

  private void fill() throws IOException {
    chars.clear();
    if (hungry) {
      bytes.compact();
      int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
      bytes.position(bytes.position() + Math.max(n, 0));
      bytes.flip();
      exhausted = n < 0;
    }
    decode();
    ended = exhausted && hungry;
    chars.flip();
    if (!started && chars.hasRemaining()) {
      started = true;
      if (chars.get(0) == BYTE_ORDER_MARK) {
        chars.get();
      }
    }
  }

  private void decode() {
    while (true) {
      int from = chars.position();
      CoderResult result = decoder.decode(bytes, chars, exhausted);
      settle(from, chars.position());
      if (!result.isError()) {
        hungry = result.isUnderflow();
        return;
      }
      if (!chars.hasRemaining()) {
        hungry = false;
        return;
      }
      found("these bytes are not UTF-8 text");
      bytes.position(bytes.position() + result.length());
      chars.put(REPLACEMENT);
    }
  }

  /** Replaces NULs, and counts lines until the first bad place is known. */
  private void settle(int from, int to) {
    char[] text = chars.array();
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c == 0) {
        found("a NUL byte stands in the text");
        text[i] = REPLACEMENT;
      }
      boolean mark = c == BYTE_ORDER_MARK && i == 0 && !started;
      if (bad == null && !mark) {
        count(c);
      }
    }
  }

  private void count(char c) {
    if (c == '\n' && afterReturn) {
      afterReturn = false;
      return;
    }
    afterReturn = c == '\r';
    if (c == '\n' || c == '\r') {
      line++;
      column = 1;
    } else {
      column++;
    }
  }

  private void found(String what) {
    if (bad == null) {
      bad = what;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
