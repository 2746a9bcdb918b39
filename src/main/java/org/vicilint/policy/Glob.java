package org.vicilint.policy;

import java.util.Collection;
import java.util.regex.Pattern;

/** Patterns of names: {@code *} stands for any characters, {@code ?} for one. Case is ignored. */
public final class Glob {
  private Glob() {}

  /** Whether the name fits any of the patterns. */
  public static boolean any(Collection<String> globs, String name) {
    return globs.stream().anyMatch(glob -> matches(glob, name));
  }

  /** Whether the name fits the pattern. */
  public static boolean matches(String glob, String name) {
    if (glob.indexOf('*') < 0 && glob.indexOf('?') < 0) {
      return glob.equalsIgnoreCase(name);
    }
    StringBuilder regex = new StringBuilder();
    for (char c : glob.toCharArray()) {
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
    return Pattern.compile(regex.toString(), flags).matcher(name).matches();
  }
}
