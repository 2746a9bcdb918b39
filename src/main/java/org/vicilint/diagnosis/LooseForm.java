package org.vicilint.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of the catalog as VICIdial's documentation and some wrappers write it: a dash in place of
 * the colon and the bar, any number of accounts at the end, or none. Web pages make a longer dash
 * of it.
 */
final class LooseForm {
  /** Separator of the words of an answer and its first value. */
  private static final Pattern SEPARATOR = Pattern.compile("[:\\s|\u2013\u2014-]+$");

  /** The separator in other notations; in the server's own only where another number follows. */
  private static final String BEFORE_VALUES =
      "( ?[-\u2013\u2014] ?\\|?|: (?!\\|)|: \\|(?=[^|]{0,100}\\|[0-9]))";

  private static final Pattern NUMBER = Pattern.compile("[0-9]?");
  private static final String END = "(?![0-9A-Za-z_])";
  private static final String COUNT = "count";

  private final String words;

  /** Whether a password follows the user: then either may be empty, as it arrived. */
  private final boolean login;

  private final List<String> fields = new ArrayList<>();
  private final Pattern pattern;

  /**
   * @param text the text of the catalog, with values in it
   */
  LooseForm(String text) {
    String head = text.substring(0, text.indexOf('{'));
    words = words(head);
    login = text.contains("{pass}");
    StringBuilder regex = new StringBuilder(BEFORE_VALUES);
    String[] parts = text.substring(head.length()).replaceFirst("\\|$", "").split("\\|", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      String part = part(parts[i], last || (i == parts.length - 2 && optional(parts[i + 1])));
      String bar = i == 0 ? "" : "\\|";
      regex.append(last && i > 0 && optional(parts[i]) ? "(?:" + bar + part + ")?+" : bar + part);
    }
    // Behind the one count of the oldest form, more fields make it the longer one.
    regex.append(fields.get(fields.size() - 1).equals("auth") ? "\\|?+(?![0-9A-Za-z_|])" : END);
    pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  /** The words of an answer, without what separates them from the values. */
  static String words(String head) {
    return SEPARATOR.matcher(head).replaceFirst("");
  }

  /** Whether the documentation sometimes leaves the part out. */
  private static boolean optional(String part) {
    return NUMBER.matcher(part).matches() || part.equals("{user_group}");
  }

  private String part(String part, boolean last) {
    if (NUMBER.matcher(part).matches()) {
      fields.add(COUNT);
      return "([0-9]{0,3})";
    }
    if (!part.startsWith("{")) {
      return Pattern.quote(part);
    }
    String name = part.substring(1, part.length() - 1);
    fields.add(name);
    String value =
        name.equals("user")
            ? last ? "[-_0-9A-Za-z]{1,100}" : "[^|\\s]{" + (login ? 0 : 1) + ",100}"
            : AnswerTemplate.field(name, !last);
    return "(" + value + ")";
  }

  /** The values behind the words, from {@code at} on; null when they are others. */
  Match match(String line, int at, int end) {
    Matcher m = pattern.matcher(line).region(at, end);
    if (!m.lookingAt()) {
      return null;
    }
    Map<String, String> values = new HashMap<>();
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      String value = m.group(i + 2);
      if (value != null) {
        values.put(fields.get(i), value);
        shown.add(AnswerTemplate.shown(fields.get(i), value));
      }
    }
    String separator = m.group(1);
    return new Match(
        values, words + separator + String.join("|", shown), m.end(), separator.equals(": |"));
  }

  /**
   * Result of a match.
   *
   * @param text the answer, safe to show
   * @param end where it ends
   * @param plain whether the server writes it like this, but for the number
   */
  record Match(Map<String, String> values, String text, int end, boolean plain) {}
}
