package org.vicilint.diagnosis;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.vicilint.access.Gate;
import org.vicilint.catalog.Catalog;
import org.vicilint.model.Outcome;

/**
 * Tells from a row of {@code vicidial_api_log} what became of the call. The columns {@code result}
 * and {@code result_reason} hold the beginning of the server's answer, up to the first value that
 * it fills in: {@code ERROR} and {@code auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION}.
 * Texts of every build are known, as the catalog has them.
 */
public final class LoggedAnswers {
  private static final String SUCCESS = "SUCCESS";

  /** Results before the reason of a call that did not do what was asked. */
  private static final Set<String> OTHER_RESULTS = Set.of("ERROR", "NOTICE");

  private final Map<String, Set<Gate.Kind>> gates = new HashMap<>();

  public LoggedAnswers(Catalog catalog) {
    for (AnswerTemplate template : new AnswerTemplates(catalog).all()) {
      Set<Gate.Kind> kinds =
          gates.computeIfAbsent(plain(template.head()), text -> EnumSet.noneOf(Gate.Kind.class));
      template.candidates().forEach(candidate -> kinds.add(candidate.gate()));
    }
  }

  /**
   * Returns the outcome of a call.
   *
   * @param result the column {@code result}
   * @param reason the column {@code result_reason}
   */
  public Outcome of(String result, String reason) {
    if (result.equals(SUCCESS)) {
      return Outcome.GRANTED;
    }
    Set<Gate.Kind> kinds = gates.get(plain(result + ": " + reason));
    if (kinds != null) {
      return outcome(kinds);
    }
    return OTHER_RESULTS.contains(result) ? Outcome.ERROR : Outcome.UNKNOWN;
  }

  /**
   * Returns the outcome of the only gate; unknown when two gates share the text, since it cannot
   * distinguish them.
   */
  private static Outcome outcome(Set<Gate.Kind> kinds) {
    if (kinds.size() > 1) {
      return Outcome.UNKNOWN;
    }
    return switch (kinds.iterator().next()) {
      case LOGIN -> Outcome.LOGIN;
      case LIST_SCOPE -> Outcome.LIST_SCOPE;
      case ALLOWED_FUNCTION -> Outcome.ALLOWED_FUNCTION;
      case LEVEL_AND_FLAGS -> Outcome.LEVEL_AND_FLAGS;
      case OPERATION -> Outcome.OPERATION;
      // The function is not there: that is no question of permission. No API looks at the box.
      case FUNCTION, API_ONLY_USER -> Outcome.ERROR;
    };
  }

  /** Returns the text without the separator before its values. */
  private static String plain(String text) {
    int end = text.length();
    while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }
}
