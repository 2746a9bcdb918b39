package org.vicilint.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vicilint.model.Characters;
import org.vicilint.text.PasswordMask;

/**
 * The text of {@code api_allowed_functions} as the server reads it: it looks for the function's
 * name with a blank on both sides, or for {@code ALL_FUNCTIONS} anywhere.
 */
public final class FunctionList {
  /** Length of the column in characters. */
  public static final int COLUMN_LENGTH = 1000;

  private static final String ALL = "ALL_FUNCTIONS";

  private FunctionList() {}

  /** Whether the text grants every function. */
  public static boolean grantsAll(String text) {
    return text.contains(ALL);
  }

  /** Whether the text grants the function. */
  public static boolean grants(String text, String function) {
    return grantsAll(text) || text.contains(" " + function + " ");
  }

  /** The names that stand in the text, however they are separated, each once, in order. */
  public static List<String> words(String text) {
    return words(text, false);
  }

  private static List<String> words(String raw, boolean onlyGranted) {
    String text = PasswordMask.inList(raw); // a request that lost its way may have brought one
    Set<String> words = new LinkedHashSet<>();
    int start = 0;
    for (int end = 0; end <= text.length(); end++) {
      if (end == text.length() || !Characters.DASHES.holds(text.charAt(end))) {
        if (end > start && (!onlyGranted || betweenBlanks(text, start, end))) {
          words.add(text.substring(start, end));
        }
        start = end + 1;
      }
    }
    return List.copyOf(words);
  }

  private static boolean betweenBlanks(String text, int start, int end) {
    return start > 0
        && text.charAt(start - 1) == ' '
        && end < text.length()
        && text.charAt(end) == ' ';
  }

  /** The names that the text grants by name. */
  public static List<String> granted(String text) {
    return words(text, !grantsAll(text));
  }

  /** The names that stand in the text, but are not granted by it. */
  public static List<String> lost(String text) {
    Set<String> lost = new LinkedHashSet<>(words(text));
    granted(text).forEach(lost::remove);
    return List.copyOf(lost);
  }

  /** Whether the text is as long as the column keeps, so that a longer one may have been cut. */
  public static boolean full(String text) {
    return text.codePointCount(0, text.length()) >= COLUMN_LENGTH;
  }

  /**
   * The word at the end of a text that is as long as the column keeps, with no blank behind it: a
   * longer list was cut there, or seems to have been. Empty for any other text.
   */
  public static String cutWord(String text) {
    return !full(text) || grantsAll(text)
        ? ""
        : PasswordMask.inList(text).replaceFirst("(?s)^.*[^-_0-9A-Za-z]", "");
  }

  /** The text that grants exactly these names. */
  public static String of(Collection<String> names) {
    return names.isEmpty() ? "" : " " + String.join(" ", new TreeSet<>(names)) + " ";
  }

  /** The text that grants what this one does by name, but these. */
  public static String without(String text, Collection<String> names) {
    return of(granted(text).stream().filter(name -> !names.contains(name)).toList());
  }

  /** The text that grants by name what both of these do. */
  public static String both(String one, String other) {
    return of(granted(one).stream().filter(name -> grants(other, name)).toList());
  }

  /** The text that grants what this one does, and the function. */
  public static String plus(String text, String function) {
    List<String> words = words(text);
    if (words.contains(function)) {
      return " " + String.join(" ", words) + " ";
    }
    // A malformed part of the text stays as it is: a correction would grant more than was asked
    // for.
    String start = text.isEmpty() || text.endsWith(" ") ? text : text + " ";
    return (start.isEmpty() ? " " : start) + function + " ";
  }
}
