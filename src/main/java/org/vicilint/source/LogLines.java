package org.vicilint.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/**
 * Reads the lines of a log, packed or not, one at a time, with any bytes in it. UTF-16 and UTF-32
 * are read as such, see {@link WideText}; of other text what is not UTF-8 becomes U+FFFD. Of an
 * endless line only the start is kept, so memory stays bounded.
 */
public final class LogLines {
  /** The longest line that is read whole, in characters. */
  public static final int LONGEST = 1 << 20;

  private static final int SIZE = 1 << 15;

  private final InputStream text;

  /** The characters of the text, once the first is asked for. */
  private Reader in;

  private final char[] buffer = new char[SIZE];
  private final StringBuilder kept = new StringBuilder();
  private int from;
  private int to;
  private boolean cut;

  public LogLines(InputStream in) throws IOException {
    text = Packing.unpacked(in);
  }

  /** The next line, without what ends it; null after the last one. */
  public String next() throws IOException {
    kept.setLength(0);
    boolean some = false;
    while (from < to || fill()) {
      some = true;
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      boolean ended = end < to;
      if (ended && kept.isEmpty()) {
        String line = new String(buffer, from, trimmed(end) - from);
        from = end + 1;
        return line;
      }
      keep(from, end);
      from = ended ? end + 1 : end;
      if (ended) {
        return line();
      }
    }
    return some ? line() : null;
  }

  /** Whether something was not read: the end of a line that is too long, or of packed data. */
  public boolean cut() {
    return cut;
  }

  private int trimmed(int end) {
    return end > from && buffer[end - 1] == '\r' ? end - 1 : end;
  }

  private void keep(int start, int end) {
    int room = LONGEST - kept.length();
    cut |= end - start > room;
    kept.append(buffer, start, Math.min(end - start, room));
  }

  private String line() {
    int length = kept.length();
    return length > 0 && kept.charAt(length - 1) == '\r'
        ? kept.substring(0, length - 1)
        : kept.toString();
  }

  private boolean fill() throws IOException {
    from = 0;
    try {
      if (in == null) {
        in = WideText.reader(text);
      }
      to = in.read(buffer, 0, SIZE);
    } catch (ReadingException e) {
      cut = true; // packed, and broken: what came before is read
      to = -1;
    }
    if (to < 0) {
      to = 0;
      return false;
    }
    return true;
  }
}
