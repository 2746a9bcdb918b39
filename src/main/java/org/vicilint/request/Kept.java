package org.vicilint.request;

import java.util.Arrays;

/**
 * The characters that the API keeps in a parameter; it deletes all others before it looks at it.
 *
 * @param set as a character class writes it, {@code -_0-9A-Za-z}; {@code any} for all
 * @param ascii by character of ASCII, whether it is kept
 * @param others whether all others are
 */
record Kept(String set, boolean[] ascii, boolean others) {
  private static final String ANY = "any";
  private static final int ASCII = 128;

  static Kept of(String set) {
    boolean[] ascii = new boolean[ASCII];
    if (set.equals(ANY)) {
      Arrays.fill(ascii, true);
      return new Kept(set, ascii, true);
    }
    for (int i = 0; i < set.length(); i++) {
      if (i > 0 && i + 1 < set.length() && set.charAt(i) == '-') {
        Arrays.fill(ascii, set.charAt(i - 1), set.charAt(i + 1) + 1, true);
      } else {
        ascii[set.charAt(i)] = true;
      }
    }
    return new Kept(set, ascii, false);
  }

  boolean keeps(char c) {
    return c < ascii.length ? ascii[c] : others;
  }

  String clean(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (keeps(text.charAt(i))) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }
}
