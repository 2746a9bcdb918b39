package org.vicilint.ignore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The part of a pattern between two slashes. Takes no longer than the two lengths multiplied. */
final class Wildcard {
  /** Matches no name: a class or an escape that does not end. */
  static final Wildcard NEVER = new Wildcard(List.of());

  private static final Map<String, IntPredicate> CLASSES =
      Map.ofEntries(
          Map.entry("alnum", c -> letter(c) || digit(c)),
          Map.entry("alpha", Wildcard::letter),
          Map.entry("blank", c -> c == ' ' || c == '\t'),
          Map.entry("cntrl", c -> c < ' ' || c == 0x7F),
          Map.entry("digit", Wildcard::digit),
          Map.entry("graph", c -> c > ' ' && c < 0x7F),
          Map.entry("lower", c -> c >= 'a' && c <= 'z'),
          Map.entry("print", c -> c >= ' ' && c < 0x7F),
          Map.entry("punct", c -> c > ' ' && c < 0x7F && !letter(c) && !digit(c)),
          Map.entry("space", c -> c == ' ' || (c >= '\t' && c <= '\r')),
          Map.entry("upper", c -> c >= 'A' && c <= 'Z'),
          Map.entry("xdigit", c -> digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));

  /** One test for each character; null for a star. */
  private final List<IntPredicate> tests;

  private Wildcard(List<IntPredicate> tests) {
    this.tests = tests;
  }

  private static boolean letter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  static Wildcard of(String text) {
    List<IntPredicate> tests = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '*' -> tests.add(null);
        case '?' -> tests.add(any -> true);
        case '\\' -> {
          if (++i == text.length()) {
            return NEVER;
          }
          char literal = text.charAt(i);
          tests.add(each -> each == literal);
        }
        case '[' -> {
          CharacterClass read = CharacterClass.of(text, i + 1, CLASSES);
          if (read == null) {
            return NEVER;
          }
          tests.add(read.test());
          i = read.end();
        }
        default -> tests.add(each -> each == c);
      }
    }
    return new Wildcard(tests);
  }

  boolean matches(String name) {
    int t = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length()) {
      if (t < tests.size() && tests.get(t) == null) {
        star = t++;
        resume = n;
      } else if (t < tests.size() && tests.get(t).test(name.charAt(n))) {
        t++;
        n++;
      } else if (star >= 0) {
        t = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (t < tests.size() && tests.get(t) == null) {
      t++;
    }
    return t == tests.size();
  }
}
