package org.vicilint.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the lines of an answer together again that a program printed as JSON over several lines. All
 * other lines pass as they are, in their order.
 */
public final class JsonLines {
  private static final String REASON = "result_reason";
  private static final int MOST_LINES = 60;
  private static final int LONGEST = 4000;

  private final List<String> waiting = new ArrayList<>();
  private int depth;
  private int length;

  /**
   * Takes the next line.
   *
   * @return what is complete: lines, or an object with line feeds in it
   */
  public List<String> add(String line) {
    if (waiting.isEmpty()) {
      if (!opens(line)) {
        return List.of(line);
      }
      keep(line);
      return List.of();
    }
    List<String> complete = new ArrayList<>();
    if (!continues(line) || waiting.size() >= MOST_LINES || length > LONGEST) {
      complete.addAll(end());
      complete.addAll(add(line));
      return complete;
    }
    keep(line);
    return depth > 0 ? List.of() : end();
  }

  /** Returns the lines left when no other follows. */
  public List<String> end() {
    String object = String.join("\n", waiting);
    List<String> lines = object.contains(REASON) ? List.of(object) : List.copyOf(waiting);
    waiting.clear();
    depth = 0;
    length = 0;
    return lines;
  }

  private void keep(String line) {
    waiting.add(line);
    depth += depth(line);
    length += line.length();
  }

  /** Whether a line is the first of several: it ends within an object. */
  private static boolean opens(String line) {
    String text = line.stripTrailing();
    return (text.endsWith("{") || text.endsWith("[") || text.endsWith(",") || text.endsWith("("))
        && depth(text) > 0;
  }

  /** Whether a line can go on with an object: it is indented, or begins with a mark of JSON. */
  private static boolean continues(String line) {
    return line.isBlank() || " \t{}[]()\"'".indexOf(line.charAt(0)) >= 0;
  }

  private static int depth(String line) {
    int depth = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      depth += c == '{' || c == '[' || c == '(' ? 1 : c == '}' || c == ']' || c == ')' ? -1 : 0;
    }
    return depth;
  }
}
