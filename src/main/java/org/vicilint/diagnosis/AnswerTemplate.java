package org.vicilint.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Matcher made from one text of the catalog with which the server refuses: it reads the values that
 * the server filled in. Its matches are bounded, so that no line takes long.
 */
final class AnswerTemplate {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

  private static final String ANY_FUNCTION = "[a-z][a-z0-9_]{0,60}";

  /** A reason other than BAD, where the catalog's text has BAD. */
  static final String REASON = "auth_reason";

  /** Length up to which an answer is read: longer than any of the server's. */
  private static final int LONGEST = 2000;

  private final String text;
  private final String head;
  private final String words;
  private final Pattern pattern;

  /** The other way to write it, once somebody asks: that is rare, and patterns take their time. */
  private LooseForm loose;

  /** The pattern with the names of known functions: a value before it may hold separators. */
  private Pattern strict;

  private final List<String> names = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, List<Candidate>> byFunction = new HashMap<>();

  AnswerTemplate(String text) {
    this.text = text;
    StringBuilder regex = new StringBuilder();
    Matcher m = PLACEHOLDER.matcher(text);
    int from = 0;
    while (m.find()) {
      literal(regex, text.substring(from, m.start()));
      names.add(m.group(1));
      regex.append('(').append(field(m.group(1), text.startsWith("|", m.end()))).append(')');
      from = m.end();
    }
    String tail = text.substring(from);
    if (tail.endsWith("|")
        && !tail.equals(text)
        && !names.get(names.size() - 1).equals("user_group")) {
      // The last separator is lost easily when a line is copied, or trimmed by a log.
      literal(regex, tail.substring(0, tail.length() - 1));
      regex.append("\\|?+");
      if (names.get(names.size() - 1).equals("auth")) {
        // More fields: another form, whose fields must not be taken for these.
        regex.append("(?![0-9A-Za-z|])");
      }
    } else {
      literal(regex, tail);
    }
    this.head = names.isEmpty() ? text : text.substring(0, text.indexOf('{'));
    this.words = LooseForm.words(head);
    this.pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private static void literal(StringBuilder regex, String literal) {
    if (!literal.isEmpty()) {
      regex.append(Pattern.quote(literal));
    }
  }

  /**
   * Returns the pattern for a placeholder's value; at the end of an answer a word, since other text
   * follows.
   */
  static String field(String name, boolean closed) {
    return switch (name) {
      case "function" -> ANY_FUNCTION;
      case "auth", "auth_api" -> "[0-9]{1,3}";
      case "auth_message" -> "2FA|[A-Z]{1,20}";
      case REASON -> "(?:2FA|IPBLOCK|LOCK|ERR[A-Z]{0,20})(?![0-9A-Za-z])";
      // These may hold separators themselves.
      case "value", "lead_id", "pass" -> ".{0,255}?";
      case "user" -> closed ? "[^|\\s]{0,100}" : "[-_0-9A-Za-z]{0,100}";
      case "user_group" -> closed ? "[^|]{0,100}" : "[^\\s|\"'<>\\\\&?;=]{0,20}";
      default -> closed ? "[^|]{0,100}" : "[-_0-9A-Za-z]{0,100}";
    };
  }

  String text() {
    return text;
  }

  /** The text up to the first placeholder. */
  String head() {
    return head;
  }

  /** Returns the words before the first value, without the separator between them. */
  String words() {
    return words;
  }

  /** The values that it prints, in their order. */
  List<String> names() {
    return names;
  }

  void add(Candidate candidate) {
    candidates.add(candidate);
  }

  /** Once all candidates are there. */
  void close() {
    for (Candidate candidate : candidates) {
      byFunction.computeIfAbsent(candidate.function(), f -> new ArrayList<>()).add(candidate);
    }
    if (names.contains("function")) {
      String known = String.join("|", new TreeSet<>(byFunction.keySet()).descendingSet());
      strict = Pattern.compile(pattern.pattern().replace(ANY_FUNCTION, known), Pattern.DOTALL);
    }
  }

  /**
   * Returns the possible origins of the answer.
   *
   * @param function the function that the answer names in a field; null where it has none
   */
  List<Candidate> candidates(String function) {
    return function == null ? candidates : byFunction.getOrDefault(function, List.of());
  }

  /** Returns the candidates for any values of the fields. */
  List<Candidate> candidates() {
    return candidates;
  }

  /** Whether the function answers so. */
  boolean of(String function) {
    return byFunction.containsKey(function);
  }

  /** Returns the match at this place of the line; null when it is another text. */
  Hit match(String line, int at) {
    if (!line.startsWith(head, at)) {
      return null;
    }
    int end = Math.min(line.length(), at + LONGEST);
    Matcher m = (strict == null ? pattern : strict).matcher(line).region(at, end);
    boolean found = m.lookingAt();
    if (!found && strict != null) {
      m.usePattern(pattern).region(at, end);
      found = m.lookingAt();
    }
    if (found) {
      Map<String, String> fields = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        fields.put(names.get(i), m.group(i + 1));
      }
      if (takesCount(fields)) {
        return null;
      }
      return m.end() == line.length() && partOfFunction(fields.get("function"))
          ? cutOff(line)
          : new Hit(this, fields, fill(fields), m.end(), Reply.Form.SERVER, false);
    }
    // It would have fitted, had the line not ended.
    return m.hitEnd() ? cutOff(line) : null;
  }

  /** Returns the match of a text that ends before the answer does. */
  Hit cutOff(String line) {
    return new Hit(this, Map.of(), head + "...", line.length(), Reply.Form.SERVER, true);
  }

  /** Returns the match of a refused login with certain words but no certain field. */
  Hit otherwise(String line) {
    return new Hit(this, Map.of(), words + " ...", line.length(), Reply.Form.DOCUMENTATION, true);
  }

  /** Whether the first of two counts was read as part of the password: it is the longer form. */
  private static boolean takesCount(Map<String, String> fields) {
    return fields.containsKey("auth")
        && !fields.containsKey("auth_api")
        && fields.get("pass").matches("(?s).*\\|[0-9]");
  }

  /** Whether a text begins the name of a function and is none: the rest of it was cut off. */
  private boolean partOfFunction(String function) {
    return function != null
        && !byFunction.containsKey(function)
        && byFunction.keySet().stream().anyMatch(name -> name.startsWith(function));
  }

  /** Returns the match of a text written as in the documentation; null when it is another text. */
  Hit matchLoosely(String line, int at) {
    if (names.isEmpty() || !line.startsWith(words, at)) {
      return null;
    }
    if (loose == null) {
      loose = new LooseForm(text);
    }
    LooseForm.Match m =
        loose.match(line, at + words.length(), Math.min(line.length(), at + LONGEST));
    return m == null || takesCount(m.values())
        ? null
        : new Hit(
            this,
            m.values(),
            m.text(),
            m.end(),
            m.plain() ? Reply.Form.SERVER : Reply.Form.DOCUMENTATION,
            false);
  }

  /** The text with the fields in it; a password masked, parameters of the request by name. */
  String fill(Map<String, String> fields) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(shown(m.group(1), fields.get(m.group(1)))));
  }

  /** Returns the form of a value that is safe to show. */
  static String shown(String name, String value) {
    return switch (name) {
      // An empty one was not sent: stars would say that something was.
      case "pass" -> value.isEmpty() ? "" : Redaction.MASK;
      case "user", "function", "user_group", "auth", "auth_api", "count", REASON -> value;
      // Behind BAD the server prints its query, the password in it.
      case "auth_message" -> value.equals("BAD") ? "BAD|..." : value;
      default -> "<" + name + ">";
    };
  }

  /**
   * A template that fits at a place, with what it read.
   *
   * @param text the answer, safe to show
   * @param end where it ends
   */
  record Hit(
      AnswerTemplate template,
      Map<String, String> fields,
      String text,
      int end,
      Reply.Form form,
      boolean cut) {
    List<Candidate> candidates() {
      return template.candidates(fields.get("function"));
    }

    /**
     * Compares two matches, best first: whole, of known functions, in the server's form, the
     * longer.
     */
    static int rank(Hit a, Hit b) {
      if (a.cut != b.cut) {
        return a.cut ? 1 : -1;
      }
      if (a.candidates().isEmpty() != b.candidates().isEmpty()) {
        return a.candidates().isEmpty() ? 1 : -1;
      }
      return a.form == b.form
          ? Integer.compare(b.fields.size(), a.fields.size())
          : a.form.compareTo(b.form);
    }
  }
}
