package org.vicilint.input.export;

import java.io.IOException;
import java.io.Reader;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;
import org.vicilint.source.ReadingException;

/**
 * Makes one XML document of those that {@code mysql --xml} writes one after the other, each with a
 * declaration of its own. Characters that XML forbids, and the client writes all the same, are
 * replaced. A piece that never ends is refused, since a parser would hold it.
 */
final class XmlText extends Reader {
  static final String ROOT = "vicilint";
  private static final String BEFORE = "<" + ROOT + ">";
  private static final String BEHIND = "</" + ROOT + ">";
  private static final String DECLARATION = "<?xml";

  /** A field of the longest length, each of its characters escaped. */
  private static final int LONGEST_PIECE = 8 * Limits.FIELD;

  private final Reader in;
  private final ProblemLog log;
  private String pending = BEFORE;
  private int pendingAt;
  private int matched;
  private boolean ended;
  private boolean forbidden;
  private int line = 1;
  private int sincePiece;

  XmlText(Reader in, ProblemLog log) {
    this.in = in;
    this.log = log;
  }

  /** The parser has finished a piece: a tag, or a text. */
  void piece() {
    sincePiece = 0;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (pendingAt < pending.length()) {
      int n = Math.min(length, pending.length() - pendingAt);
      pending.getChars(pendingAt, pendingAt + n, buffer, offset);
      pendingAt += n;
      return n;
    }
    if (ended) {
      return -1;
    }
    int n = in.read(buffer, offset, length);
    if (n < 0) {
      ended = true;
      pending = BEHIND;
      pendingAt = 0;
      return read(buffer, offset, length);
    }
    sincePiece += n;
    if (sincePiece > LONGEST_PIECE) {
      throw new ReadingException(
          "a piece of the XML is longer than %d MiB: the rest is not read"
              .formatted(LONGEST_PIECE >> 20),
          "no column of VICIdial is that long: is the file what it says?");
    }
    clean(buffer, offset, offset + n);
    return n;
  }

  private void clean(char[] buffer, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = buffer[i];
      if (c == '\n') {
        line++;
      } else if (c < ' ' && c != '\t' && c != '\r') {
        forbid();
        buffer[i] = '\uFFFD';
      } else if (c >= '\uFFFE') {
        buffer[i] = '\uFFFD';
      }
      declaration(buffer, i);
    }
  }

  /** Gives a declaration another name, so that it may stand in the middle. */
  private void declaration(char[] buffer, int i) {
    char c = buffer[i];
    matched = c == DECLARATION.charAt(matched) ? matched + 1 : c == '<' ? 1 : 0;
    if (matched == DECLARATION.length()) {
      buffer[i] = 'm';
      matched = 0;
    }
  }

  private void forbid() {
    if (!forbidden) {
      forbidden = true;
      log.add(
          line,
          1,
          "a control character stands in the text, which XML cannot hold",
          "export the table again in another format, for instance with mysql -B");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
