package org.vicilint.rules.custom;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.model.Problem;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A text in a rule file, which knows the position in the file of each of its characters. */
record Scalar(RuleFile file, ScalarNode node) {
  /** YAML's tag and anchor, before the text itself. */
  private static final Pattern PROPERTIES = Pattern.compile("(?:[!&]\\S*\\s+)*");

  /** Returns the text without YAML's quotes, folding and indentation. */
  String text() {
    return node.getValue();
  }

  /** Returns the text without line breaks and surrounding blanks. */
  String line() {
    return text().strip().replaceAll("\\s*\\n\\s*", " ");
  }

  /** Adds a problem about the whole text. */
  void problem(String reason, String hint) {
    file.problem(start(), reason, hint);
  }

  /** Adds a problem at the character with this index in {@link #text()}. */
  void problem(int at, String reason, String hint) {
    file.problem(index(at), reason, hint);
  }

  /** Returns a problem about the whole text, without adding it. */
  Problem describe(String reason, String hint) {
    return file.describe(start(), reason, hint);
  }

  private int start() {
    return file.index(node.getStartMark().getIndex());
  }

  /**
   * Returns the position in the file of a character of the text. YAML folds lines and removes
   * indentation, but keeps all other characters in their order, so the method counts the characters
   * that are not blank. After a backslash in double quotes counting fails, and the result is the
   * beginning of the text.
   */
  private int index(int at) {
    String raw = file.text();
    ScalarStyle style = node.getScalarStyle();
    boolean doubled = style == ScalarStyle.DOUBLE_QUOTED;
    int left = (int) text().chars().limit(at).filter(c -> !blank(c)).count();
    int i = begin(raw, style);
    while (i < raw.length() && left > 0) {
      char c = raw.charAt(i);
      if (doubled && c == '\\') {
        return start();
      }
      if (!blank(c)) {
        left--;
        if (style == ScalarStyle.SINGLE_QUOTED && c == '\'') {
          i++; // a quote is doubled in the file
        }
      }
      i++;
    }
    if (at < text().length() && !blank(text().charAt(at))) {
      while (i < raw.length() && blank(raw.charAt(i))) {
        i++;
      }
    }
    return Math.min(i, raw.length());
  }

  /**
   * Returns the position where the text begins, after its quote or the line with {@code |} or
   * {@code >}.
   */
  private int begin(String raw, ScalarStyle style) {
    Matcher properties = PROPERTIES.matcher(raw).region(start(), raw.length());
    int from = properties.lookingAt() ? properties.end() : start();
    return switch (style) {
      case SINGLE_QUOTED, DOUBLE_QUOTED -> from + 1;
      case LITERAL, FOLDED -> {
        int end = raw.indexOf('\n', from);
        yield end < 0 ? raw.length() : end + 1;
      }
      default -> from;
    };
  }

  private static boolean blank(int c) {
    return c == ' ' || c == '\t' || c == '\n';
  }
}
