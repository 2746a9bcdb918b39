package org.vicilint.document;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.vicilint.source.ProblemLog;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A YAML file's text and where its lines begin. Characters that YAML forbids are replaced, since
 * SnakeYAML would stop up to a thousand characters before the first of them.
 */
public final class YamlText {
  private static final char REPLACEMENT = '\uFFFD';

  /** SnakeYAML's time grows with the square of what it has to hold as one piece. */
  private static final int LONGEST_LINE = 1 << 18;

  private static final int LONGEST_WORD = 1 << 16;

  private final char[] text;
  private int length;

  /** Reads all of the text, which is expected to have at most so many characters. */
  public YamlText(Reader reader, int expected, ProblemLog log) throws IOException {
    char[] all = new char[expected + 1];
    int filled = 0;
    for (int n = 0; n >= 0; n = reader.read(all, filled, all.length - filled)) {
      filled += n;
      all = filled < all.length ? all : Arrays.copyOf(all, all.length * 2);
    }
    text = all;
    length = filled;
    clean(log);
  }

  private void clean(ProblemLog log) {
    int line = 1;
    int lineStart = 0;
    int wordStart = 0;
    boolean said = false;
    for (int i = 0; i < length; i++) {
      char c = text[i];
      if (!Character.isSurrogate(c) && !StreamReader.isPrintable(c)) {
        if (!said) {
          log.add(line, i - lineStart + 1, "a control character stands in the text", "remove it");
          said = true;
        }
        text[i] = REPLACEMENT;
      }
      if (endsLine(i)) {
        line++;
        lineStart = i + 1;
      }
      wordStart = c == ' ' || endsLine(i) ? i + 1 : wordStart;
      if (i - lineStart > LONGEST_LINE || i - wordStart > LONGEST_WORD) {
        log.add(line, 1, "this line is too long: the rest is not read", "break the line");
        log.syntaxBroken();
        length = lineStart;
      }
    }
  }

  /** The text from a line's beginning on. */
  Reader from(int offset) {
    return new CharArrayReader(text, offset, length - offset);
  }

  /** The offset at which the line (from 1) begins; the text's end when there is no such line. */
  int offset(int line) {
    int offset = 0;
    for (int at = 1; at < line && offset < length; at++) {
      offset = next(offset);
    }
    return offset;
  }

  /** The offset of the next line. */
  public int next(int offset) {
    int i = offset;
    while (i < length && !endsLine(i)) {
      i++;
    }
    return Math.min(i + 1, length);
  }

  /** The line at this offset, without its end. */
  public String line(int offset) {
    int end = next(offset);
    while (end > offset && (endsLine(end - 1) || text[end - 1] == '\r')) {
      end--;
    }
    return new String(text, offset, end - offset);
  }

  /** Whether the word stands anywhere. */
  public boolean contains(String word) {
    for (int at = 0; at + word.length() <= length; at++) {
      if (text[at] == word.charAt(0) && lineBegins(at, 0, word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is a line at this offset at all. */
  public boolean has(int offset) {
    return offset < length;
  }

  /** Whether the line has this indentation and then this text. */
  boolean lineBegins(int offset, int blanks, String start) {
    int at = offset + blanks;
    if (at + start.length() > length) {
      return false;
    }
    for (int i = offset; i < at; i++) {
      if (text[i] != ' ') {
        return false;
      }
    }
    for (int i = 0; i < start.length(); i++) {
      if (text[at + i] != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the line ends here, as SnakeYAML has it, so that its line numbers and these are the
   * same.
   */
  private boolean endsLine(int i) {
    return switch (text[i]) {
      case '\n', '\u0085', '\u2028', '\u2029' -> true;
      case '\r' -> i + 1 == length || text[i + 1] != '\n';
      default -> false;
    };
  }
}
