package org.vicilint.render;

import java.io.PrintWriter;

/** Wraps running text. */
public final class Wrap {
  private static final int WIDTH = 100;

  private Wrap() {}

  /** Prints the text in lines of at most 100 characters, each behind the indent. */
  public static void print(PrintWriter out, String text, String indent) {
    print(out, text, indent, indent);
  }

  /**
   * Prints the text in lines of at most 100 characters, the first one after {@code first}, which is
   * as wide as the indent.
   */
  public static void print(PrintWriter out, String text, String first, String indent) {
    String front = first;
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ")) {
      if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
        out.println(front + line.substring(indent.length()));
        front = indent;
        line.setLength(indent.length());
      }
      if (line.length() > indent.length()) {
        line.append(' ');
      }
      line.append(word);
    }
    out.println(front + line.substring(indent.length()));
  }
}
