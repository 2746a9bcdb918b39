package org.vicilint.text;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes text from outside safe to print: any character that could move a cursor, colour a terminal,
 * turn the direction of writing, break a line or begin a command of a CI server is shown as an
 * escape instead. Anything that may be a password is masked.
 */
public final class Printable {
  private static final int MAX = 1200;

  /** Text that Azure, GitHub and TeamCity take for a command, wherever it stands in a line. */
  public static final Pattern COMMAND = Pattern.compile("##\\w{0,40}\\[");

  private Printable() {}

  /**
   * The text with everything shown that is not plainly visible, and passwords masked, cut when very
   * long.
   */
  public static String of(String text) {
    return shown(PasswordMask.of(text));
  }

  private static String shown(String text) {
    return plain(text) ? text : escaped(text);
  }

  /** Whether the text is short and in such ASCII as needs no second look; nearly all texts are. */
  private static boolean plain(String text) {
    boolean plain = text.length() <= MAX;
    for (int i = 0; plain && i < text.length(); i++) {
      char c = text.charAt(i);
      plain =
          c >= ' ' && c < 0x7f && c != '\\' && c != '#' && !(c == ':' && text.startsWith("::", i));
    }
    return plain;
  }

  private static String escaped(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean plain = visible(c) && !command(text, i);
      if (out == null && (!plain || i >= MAX)) {
        out = new StringBuilder(text.length() + 8).append(text, 0, i);
      }
      if (i >= MAX) {
        return out.append("... (").append(text.length()).append(" characters)").toString();
      }
      if (out != null) {
        if (plain) {
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
    return Arrays.stream(PasswordMask.of(text).split(" ", -1))
        .map(Printable::shown)
        .collect(Collectors.joining(" "));
  }

  /**
   * Returns a line safe to print in which backslashes are plain and nothing is cut, as in a page of
   * documentation.
   */
  public static String page(String line) {
    return Arrays.stream(line.split("\\\\", -1))
        .map(Printable::words)
        .collect(Collectors.joining("\\"));
  }

  /** {@link #of} in quotation marks, so that blanks at the ends are seen. */
  public static String quoted(String text) {
    return '"' + of(text) + '"';
  }

  /** Whether the character is plainly visible; a backslash is not, since it begins escapes. */
  public static boolean visible(int c) {
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

  /** Whether a command of a CI server stands anywhere in the text. */
  public static boolean holdsCommand(String text) {
    return IntStream.range(0, text.length()).anyMatch(at -> command(text, at));
  }

  /**
   * Whether a command of a CI server begins here: GitHub's colons count at the beginning of a line,
   * and any word may come to stand there.
   */
  private static boolean command(String text, int at) {
    return switch (text.charAt(at)) {
      case ':' -> text.startsWith("::", at) && (at == 0 || text.charAt(at - 1) == ' ');
      case '#' -> COMMAND.matcher(text).region(at, text.length()).lookingAt();
      default -> false;
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
