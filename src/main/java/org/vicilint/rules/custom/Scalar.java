package org.vicilint.rules.custom;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.model.Problem;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A text in a rule file, which knows where in the file each of its characters stands. */
record Scalar(RuleFile file, ScalarNode node) {
  /** YAML's tag and anchor, before the text itself. */
  private static final Pattern PROPERTIES = Pattern.compile("(?:[!&]\\S*\\s+)*");

  /** The text, after YAML has taken quotes, folding and indentation away. */
  String text() {
    return node.getValue();
  }

  /** The text without line breaks and blanks around it. */
  String line() {
    return text().strip().replaceAll("\\s*\\n\\s*", " ");
  }

  /** Adds a problem with the whole text. */
  void problem(String reason, String hint) {
    file.problem(start(), reason, hint);
  }

  /** Adds a problem with the character at this index of {@link #text()}. */
  void problem(int at, String reason, String hint) {
    file.problem(index(at), reason, hint);
  }

  /** A problem with the whole text, which is not added. */
  Problem describe(String reason, String hint) {
    return file.describe(start(), reason, hint);
  }

  private int start() {
    return file.index(node.getStartMark().getIndex());
  }

  /**
   * Where a character of the text stands in the file. YAML folds lines and takes indentation away,
   * but of what is not blank it keeps everything in its order: so that is counted. Behind a
   * backslash in double quotes nothing can be counted, and the text's own place is given.
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
          i++; // written twice
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

  /** Where the text begins, behind its quote or the line with {@code |} or {@code >}. */
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
