package org.vicilint.sql.play;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.vicilint.model.Groups;
import org.vicilint.sql.ColumnKind;
import org.vicilint.sql.Value;

/** Compares values as MySQL does: texts without case, and with numbers as numbers. */
final class Comparison {
  /** Patterns that MySQL and Java read in the same way. */
  private static final Pattern PLAIN_PATTERN =
      Pattern.compile("\\^?(?:[A-Za-z0-9_ @-]|\\.|\\[[A-Za-z0-9_-]+\\]|[*+?|])*\\$?");

  /** More could make a pattern slow. */
  private static final int MOST_REPETITIONS = 3;

  private Comparison() {}

  /**
   * Compares two values: less than 0, 0, or more.
   *
   * @return null when only the server knows
   */
  static Integer compare(Value left, Value right) {
    if (left instanceof Value.Time || right instanceof Value.Time) {
      return times(left, right);
    }
    if (left instanceof Value.Text one && right instanceof Value.Text other) {
      String a = Groups.key(one.text());
      String b = Groups.key(other.text());
      return plain(a + b)
          ? (Integer) a.compareTo(b)
          : Boolean.TRUE.equals(same(a, b)) ? (Integer) 0 : null;
    }
    if (left.number() == null || right.number() == null) {
      return null;
    }
    return left.number().compareTo(right.number());
  }

  private static Integer times(Value left, Value right) {
    ColumnKind.Moment moment = new ColumnKind.Moment();
    Value one = moment.stored(left);
    Value other = moment.stored(right);
    return one instanceof Value.Time a && other instanceof Value.Time b
        ? (Integer) a.text().compareTo(b.text())
        : null;
  }

  /**
   * Whether two texts are the same without case and blanks behind.
   *
   * @return null where it depends on the collation, which decides about letters beyond ASCII
   */
  static Boolean same(String one, String other) {
    String left = Groups.key(one);
    String right = Groups.key(other);
    if (left.equals(right)) {
      return true;
    }
    if ((plain(left) && plain(right)) || left.length() != right.length()) {
      return false;
    }
    for (int i = 0; i < left.length(); i++) {
      boolean known = left.charAt(i) < 0x80 && right.charAt(i) < 0x80;
      if (known && left.charAt(i) != right.charAt(i)) {
        return false;
      }
    }
    return null;
  }

  static boolean plain(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** LIKE, in time that grows with the lengths alone; null where the collation decides. */
  static Boolean like(String value, String pattern) {
    String text = value.toLowerCase(Locale.ROOT);
    String wanted = pattern.toLowerCase(Locale.ROOT);
    if (plain(text + wanted)) {
      return likeOf(text, wanted);
    }
    String any = "\\P{ASCII}";
    boolean widest = likeOf(text.replaceAll(any, "\u0080"), wanted.replaceAll(any, "_"));
    return !widest ? Boolean.FALSE : likeOf(text, wanted) ? Boolean.TRUE : null;
  }

  private static boolean likeOf(String text, String wanted) {
    int t = 0;
    int w = 0;
    int star = -1;
    int behind = 0;
    while (t < text.length()) {
      char c = w < wanted.length() ? wanted.charAt(w) : 0;
      boolean escaped = c == '\\' && w + 1 < wanted.length();
      char literal = escaped ? wanted.charAt(w + 1) : c;
      if (w < wanted.length() && c == '%') {
        star = w++;
        behind = t;
      } else if (w < wanted.length() && ((c == '_') || literal == text.charAt(t))) {
        w += escaped ? 2 : 1;
        t++;
      } else if (star >= 0) {
        w = star + 1;
        t = ++behind;
      } else {
        return false;
      }
    }
    while (w < wanted.length() && wanted.charAt(w) == '%') {
      w++;
    }
    return w == wanted.length();
  }

  /** REGEXP; null for a pattern that Java may read otherwise. */
  static Boolean matches(String text, String pattern) {
    long repetitions = pattern.chars().filter(c -> c == '*' || c == '+').count();
    if (!plain(text)
        || !PLAIN_PATTERN.matcher(pattern).matches()
        || repetitions > MOST_REPETITIONS) {
      return null;
    }
    try {
      return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text).find();
    } catch (PatternSyntaxException e) {
      return null;
    }
  }
}
