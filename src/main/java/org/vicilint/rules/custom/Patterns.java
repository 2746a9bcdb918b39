package org.vicilint.rules.custom;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * Checks the patterns of rules. RE2 matches in time linear in the text, but its compiler unrolls
 * repetitions, which multiplies nested ones, and recurses into brackets.
 */
final class Patterns {
  private static final long MOST_REPETITIONS = 1000;
  private static final int MOST_BRACKETS = 20;
  private static final java.util.regex.Pattern REPETITION =
      java.util.regex.Pattern.compile("\\{(\\d{1,9})?,?(\\d{1,9})?\\}");

  private Patterns() {}

  /** Returns the fault of a pattern; empty if there is none. */
  static Optional<String> fault(String pattern) {
    if (!affordable(pattern)) {
      return Optional.of("the pattern is too costly");
    }
    try {
      Pattern.compile(pattern);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of("this is not a pattern: " + e.getDescription());
    }
  }

  private static boolean affordable(String pattern) {
    long repetitions = 1;
    for (MatchResult each : REPETITION.matcher(pattern).results().toList()) {
      String most = each.group(2) == null ? each.group(1) : each.group(2);
      repetitions *= most == null ? 1 : Math.max(1, Long.parseLong(most));
      if (repetitions > MOST_REPETITIONS) {
        return false;
      }
    }
    return pattern.chars().filter(c -> c == '(').count() <= MOST_BRACKETS;
  }
}
