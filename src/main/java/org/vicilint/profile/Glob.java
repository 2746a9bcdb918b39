package org.vicilint.profile;

import java.util.Collection;

/** Patterns of names: {@code *} stands for any characters, {@code ?} for one. Case is ignored. */
public final class Glob {
  private Glob() {}

  /** Whether the name fits any of the patterns. */
  public static boolean any(Collection<String> globs, String name) {
    for (String glob : globs) {
      if (matches(glob, name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the name fits the pattern. Takes no longer than the two lengths multiplied. */
  public static boolean matches(String glob, String name) {
    int g = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length()) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        resume = n;
      } else if (g < glob.length() && fits(glob.charAt(g), name.charAt(n))) {
        g++;
        n++;
      } else if (star >= 0) {
        g = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }

  private static boolean fits(char pattern, char c) {
    return pattern == '?' || pattern == c || caseless(pattern) == caseless(c);
  }

  private static char caseless(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c; // nearly all there are
    }
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
