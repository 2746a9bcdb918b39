package org.vicilint.report;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Makes text from outside safe to print: whatever could move a cursor, colour a terminal, turn the
 * direction of writing or break a line is shown as an escape instead.
 */
public final class Printable {
  private static final int MAX = 1200;

  private Printable() {}

  /** The text with everything shown that is not plainly visible, cut when very long. */
  public static String of(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (out == null && (!visible(c) || i >= MAX)) {
        out = new StringBuilder(text.length() + 8).append(text, 0, i);
      }
      if (i >= MAX) {
        return out.append("... (").append(text.length()).append(" characters)").toString();
      }
      if (out != null) {
        if (visible(c)) {
          out.appendCodePoint(c);
        } else {
          escape(out, c);
        }
      }
      i += Character.charCount(c);
    }
    return out == null ? text : out.toString();
  }

  /**
   * Running text, such as a list of names: each word of it is made printable, and cut, by itself,
   * so that no name is lost in a long list.
   */
  public static String words(String text) {
    return Arrays.stream(text.split(" ", -1)).map(Printable::of).collect(Collectors.joining(" "));
  }

  /** {@link #of} in quotation marks, so that blanks at the ends are seen. */
  public static String quoted(String text) {
    return '"' + of(text) + '"';
  }

  /** Whether the character is plainly visible; a backslash is not, since it begins escapes. */
  static boolean visible(int c) {
    if (c >= ' ' && c < 0x7f) {
      return c != '\\';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static void escape(StringBuilder out, int c) {
    switch (c) {
      case '\\' -> out.append("\\\\");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      default -> out.append(c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
    }
  }
}
