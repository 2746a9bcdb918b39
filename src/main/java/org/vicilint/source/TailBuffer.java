package org.vicilint.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the last bytes read of a stream, to check whether it ends where it should. */
public final class TailBuffer {
  /** Longer than a line of VICIdial's tables mostly is. */
  private static final int KEPT = 1 << 14;

  private final byte[] last = new byte[KEPT];
  private int length;
  private boolean ended;

  /** Wraps the stream and keeps its last bytes; clears those kept of an earlier stream. */
  InputStream of(InputStream in) {
    length = 0;
    ended = false;
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int from, int most) throws IOException {
        int n = super.read(bytes, from, most);
        keep(bytes, from, n);
        return n;
      }

      @Override
      public long skip(long n) throws IOException {
        return read(new byte[(int) Math.min(n, KEPT)]);
      }
    };
  }

  private void keep(byte[] bytes, int from, int read) {
    if (read < 0) {
      ended = true;
    } else if (read >= KEPT) {
      System.arraycopy(bytes, from + read - KEPT, last, 0, KEPT);
      length = KEPT;
    } else if (read > 0) {
      int stays = Math.min(length, KEPT - read);
      System.arraycopy(last, length - stays, last, 0, stays);
      System.arraycopy(bytes, from, last, stays, read);
      length = stays + read;
    }
  }

  /**
   * Returns the text behind the last line feed; null when the stream was not read to its end, ends
   * with a line feed, or has a last line that is longer than what is kept.
   */
  public String unfinished() {
    int begin = length;
    while (begin > 0 && last[begin - 1] != '\n') {
      begin--;
    }
    return !ended || begin == 0 || begin == length
        ? null
        : new String(last, begin, length - begin, StandardCharsets.UTF_8);
  }
}
