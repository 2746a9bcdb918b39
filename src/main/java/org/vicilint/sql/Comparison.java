package org.vicilint.sql;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Compares values as MySQL does: texts without case, and with numbers as numbers. */
final class Comparison {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** What MySQL and Java read alike in a pattern. */
  private static final Pattern PLAIN_PATTERN =
      Pattern.compile("\\^?(?:[A-Za-z0-9_ @-]|\\.|\\[[A-Za-z0-9_-]+\\]|[*+?|])*\\$?");

  /** More could make a pattern slow. */
  private static final int MOST_REPETITIONS = 3;

  private Comparison() {}

  /**
   * Less than 0, 0, or more.
   *
   * @return null when only the server can tell
   */
  static Integer compare(Value left, Value right) {
    if (left instanceof Value.Time || right instanceof Value.Time) {
      return times(left, right);
    }
    if (left instanceof Value.Text one && right instanceof Value.Text other) {
      return folded(one.text()).compareTo(folded(other.text()));
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

  /** What texts are compared by: neither case nor accents nor blanks behind count. */
  static String folded(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return plain(text.substring(0, end));
  }

  private static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.chars().allMatch(c -> c < 0x80)
        ? lower
        : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }

  /** LIKE, in time that grows with the lengths alone. */
  static boolean like(String value, String pattern) {
    String text = plain(value);
    String wanted = plain(pattern);
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
    if (!PLAIN_PATTERN.matcher(pattern).matches() || repetitions > MOST_REPETITIONS) {
      return null;
    }
    try {
      return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text).find();
    } catch (PatternSyntaxException e) {
      return null;
    }
  }
}
