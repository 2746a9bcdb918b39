package org.vicilint.input.table;

/** The escapes with which {@code mysql -B} writes what would break its lines. */
public final class Escapes {
  /** Characters behind a backslash. */
  public static final String AFTER = "tn0\\";

  /** Meaning of each of those, in the same order. */
  public static final String MEANT = "\t\n\0\\";

  private Escapes() {}

  public static String undo(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      int which = c == '\\' ? AFTER.indexOf(next) : -1;
      if (which >= 0) {
        plain.append(MEANT.charAt(which));
        i++;
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
