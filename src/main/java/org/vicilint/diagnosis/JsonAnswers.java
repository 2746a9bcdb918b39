package org.vicilint.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds answers that are JSON objects with a {@code result_reason}, wherever they stand in a text.
 * The server escapes nothing, logs cut, and languages print such objects with other quotes, so this
 * reads what is no JSON as well.
 */
final class JsonAnswers {
  private static final String REASON = "result_reason";
  private static final Pattern REASONS = Pattern.compile("(?i)result_?reason");

  private static final Pattern PAIR =
      Pattern.compile(
          "([\"']?)\\b([A-Za-z_]{1,40})\\1\\s{0,20}(?::|=>)\\s{0,40}"
              + "(?:(?<quote>[\"'])(?<text>.{0,400}?)(?:\\k<quote>(?=\\s*(?:[,}\\])]|$))|(?<cut>$))"
              + "|(?<number>-?[0-9]{1,18})\\b)",
          Pattern.DOTALL);

  /** Names of the members that hold the values of an answer. */
  private static final Pattern VALUES =
      Pattern.compile("[\"']?\\b(?:data|details)\\b[\"']?\\s{0,20}(?::|=>)");

  /** Length up to which an object is read: longer than any of the server's that refuses. */
  private static final int LONGEST = 4000;

  private JsonAnswers() {}

  /**
   * An answer.
   *
   * @param from where its object begins
   * @param to where it ends
   * @param result ERROR, NOTICE or SUCCESS
   * @param reason the words of the answer
   * @param fields its values by name, in lower case
   * @param cut the text ends before the object does
   */
  record Found(
      int from, int to, String result, String reason, Map<String, String> fields, boolean cut) {}

  /** The answers in a text without escapes, in their order. */
  static List<Found> in(String text) {
    List<Found> found = new ArrayList<>();
    int at = reason(text, 0);
    while (at >= 0) {
      int from = Math.max(begin(text, at), found.isEmpty() ? 0 : found.get(found.size() - 1).to);
      int to = end(text, at);
      Found answer = answer(text, from, Math.abs(to), to < 0);
      if (answer != null) {
        found.add(answer);
      }
      at = reason(text, Math.max(Math.abs(to), at + 1));
    }
    return found;
  }

  /** Returns the place of the name in any spelling; -1 when it is absent. */
  private static int reason(String text, int from) {
    if (from >= text.length()
        || (text.indexOf("eason", from) < 0 && text.indexOf("EASON", from) < 0)) {
      return -1;
    }
    Matcher m = REASONS.matcher(text);
    return m.find(from) ? m.start() : -1;
  }

  private static Found answer(String text, int from, int to, boolean cut) {
    String object = text.substring(from, to);
    Matcher values = VALUES.matcher(object);
    boolean nested = values.find();
    Map<String, String> outer = new HashMap<>();
    Map<String, String> inner = new HashMap<>();
    Matcher m = PAIR.matcher(object);
    boolean open = cut;
    for (int at = 0; m.find(at); at = m.end()) {
      String name = m.group(2).toLowerCase(Locale.ROOT).replaceFirst("^resultreason$", REASON);
      boolean top = name.startsWith("result") || !nested || m.start() < values.start();
      boolean whole = m.group("cut") == null;
      open |= !whole;
      String value = m.group("text") == null ? m.group("number") : m.group("text");
      if (whole || name.equals(REASON)) {
        (top ? outer : inner).putIfAbsent(name, value);
      }
      if (m.end() == at) {
        break;
      }
    }
    String reason = outer.get(REASON);
    String result = outer.getOrDefault("result", "ERROR").toUpperCase(Locale.ROOT);
    if (reason == null || !result.matches("ERROR|NOTICE|SUCCESS")) {
      return null;
    }
    Map<String, String> fields = new HashMap<>(outer);
    fields.putAll(inner);
    return new Found(from, to, result, reason.strip(), fields, open);
  }

  /**
   * Returns the beginning of the object around a place; the place of the name when there is no
   * brace.
   */
  private static int begin(String text, int at) {
    int depth = 0;
    for (int i = at - 1; i >= Math.max(0, at - LONGEST); i--) {
      char c = text.charAt(i);
      if (c == '}' || c == ']') {
        depth++;
      } else if ((c == '{' || c == '[' || c == '(') && depth-- <= 0) {
        return i;
      }
    }
    return Math.max(0, at - 1);
  }

  /** Returns the end of the object; a negative value when the text ends first. */
  private static int end(String text, int at) {
    int depth = 0;
    int last = Math.min(text.length(), at + LONGEST);
    for (int i = at; i < last; i++) {
      char c = text.charAt(i);
      if (c == '{' || c == '[') {
        depth++;
      } else if ((c == '}' || c == ']') && depth-- <= 0) {
        return i + 1;
      }
    }
    return -last;
  }
}
