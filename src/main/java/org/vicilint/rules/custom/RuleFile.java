package org.vicilint.rules.custom;

import java.util.List;
import java.util.regex.Pattern;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Suggestions;

/**
 * The text of a rule file, which converts a position in the text into a problem with location and
 * line.
 */
final class RuleFile {
  private static final int WIDTH = 160;

  /** The key of a top-level line: the text before its first colon. */
  private static final Pattern KEY =
      Pattern.compile("^[\"']?([^\\s:#\"'-][^:\"'\\n]{0,60})[\"']?[ \\t]*:", Pattern.MULTILINE);

  private final String name;
  private final String text;
  private final List<Problem> problems;
  private boolean shown;

  /**
   * @param name the name as the user gave it
   * @param text with line feeds only, and no byte-order mark
   * @param problems receives problems
   */
  RuleFile(String name, String text, List<Problem> problems) {
    this.name = name;
    this.text = text;
    this.problems = problems;
  }

  String text() {
    return text;
  }

  /**
   * Lets problems show their lines if the file is clearly a rule. Any other YAML or Markdown file
   * may hold confidential text, so its lines are not shown.
   *
   * @param length the length of the part with the keys
   * @param known the keys of rules
   */
  void showLines(int length, List<String> known) {
    List<String> keys =
        KEY.matcher(text.substring(0, length)).results().map(found -> found.group(1)).toList();
    shown =
        keys.stream().anyMatch(known::contains)
            && keys.stream().allMatch(key -> Suggestions.closest(key, known).isPresent());
  }

  /** Returns the current number of problems, of this file and earlier ones. */
  int problems() {
    return problems.size();
  }

  /** Adds a problem at the character with an index. */
  void problem(int index, String reason, String hint) {
    problems.add(describe(index, reason, hint));
  }

  /** Returns a problem at the character with an index, without adding it. */
  Problem describe(int index, String reason, String hint) {
    int at = Math.max(0, Math.min(index, text.length()));
    int start = text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', start);
    String line = text.substring(start, end < 0 ? text.length() : end);
    int number = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
    int column = 1 + text.codePointCount(start, at);
    // The excerpt around the location: the beginning of the line if that is long enough.
    int caret = at - start;
    int from = caret < WIDTH ? 0 : Math.min(caret - WIDTH / 2, Math.max(0, line.length() - WIDTH));
    String part = line.substring(from, Math.min(line.length(), from + WIDTH));
    SourceLocation place = new SourceLocation(name, number, column);
    return shown
        ? new Problem(place, reason, hint, part, caret - from)
        : new Problem(place, reason, hint);
  }

  /** Returns the index of the character that is this many code points after the start. */
  int index(int codePoints) {
    return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
  }
}
