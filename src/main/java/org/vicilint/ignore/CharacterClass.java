package org.vicilint.ignore;

import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Class of characters between brackets in a pattern.
 *
 * @param end where the closing bracket stands
 */
record CharacterClass(IntPredicate test, int end) {
  private static final String NAMED = "[:";

  /** Reads a class whose first character stands at {@code from}; null when it does not end. */
  static CharacterClass of(String text, int from, Map<String, IntPredicate> named) {
    int i = from;
    boolean not = i < text.length() && (text.charAt(i) == '!' || text.charAt(i) == '^');
    i += not ? 1 : 0;
    IntPredicate test = c -> false;
    for (boolean first = true; i < text.length(); first = false) {
      char c = text.charAt(i);
      if (c == ']' && !first) {
        return new CharacterClass(not ? test.negate() : test, i);
      }
      int close = text.startsWith(NAMED, i) ? text.indexOf(":]", i + 2) : -1;
      if (close >= 0) {
        IntPredicate more = named.get(text.substring(i + 2, close));
        if (more == null) {
          return null;
        }
        test = test.or(more);
        i = close + 2;
        continue;
      }
      int low = literal(text, i);
      int next = low < 0 ? text.length() : i + (c == '\\' ? 2 : 1);
      boolean range =
          next + 1 < text.length() && text.charAt(next) == '-' && text.charAt(next + 1) != ']';
      int high = range ? literal(text, next + 1) : low;
      if (low < 0 || high < 0) {
        return null;
      }
      test = test.or(each -> each >= low && each <= high);
      i = range ? next + (text.charAt(next + 1) == '\\' ? 3 : 2) : next;
    }
    return null;
  }

  /** The character that stands there, or behind the backslash there; -1 when there is none. */
  private static int literal(String text, int at) {
    if (text.charAt(at) != '\\') {
      return text.charAt(at);
    }
    return at + 1 < text.length() ? text.charAt(at + 1) : -1;
  }
}
