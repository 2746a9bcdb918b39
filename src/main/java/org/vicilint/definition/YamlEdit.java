package org.vicilint.definition;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.access.FunctionList;
import org.vicilint.model.Change;
import org.vicilint.model.SourceLocation;

/**
 * A text that takes the place of another one in a line of a YAML file.
 *
 * @param line from 1
 * @param from the first character that goes, from 1
 * @param to the first one that stays; equal to {@code from} where text is only added
 * @param text what comes; may begin with a line break
 */
public record YamlEdit(int line, int from, int to, String text) {
  /** Text that may stand behind a value: nothing, a comment, or the rest of a mapping in braces. */
  private static final Pattern BEHIND = Pattern.compile("\\s*|\\s+#.*|\\s*[,}].*");

  private static final Pattern LIST = Pattern.compile("\\[([A-Za-z0-9_, ]*)].*");

  /** A key with a value that ends in its line: a word, also in quotation marks. */
  private static final Pattern KEY =
      Pattern.compile("[a-z_]+:\\s+([A-Za-z0-9_]+|\"[^\"\\\\]*\"|'[^']*')\\s*(\\s#.*)?");

  /** Text before the first key of a mapping without braces. */
  private static final Pattern BEFORE = Pattern.compile(" *(- +)?");

  /** Writes another value; null when the line does not plainly hold the old one. */
  public static YamlEdit ofValue(List<String> lines, SourceLocation place, Change change) {
    String line = lineOf(lines, place);
    if (line == null) {
      return null;
    }
    int start = line.offsetByCodePoints(0, place.column() - 1);
    int length = length(line.substring(start), change.from());
    if (length < 0 || !BEHIND.matcher(line.substring(start + length)).matches()) {
      return null;
    }
    int end = place.column() + line.codePointCount(start, start + length);
    String written = DefinitionYaml.line(change.column(), change.to()).strip();
    String value = written.substring(change.column().length() + 1).strip();
    return new YamlEdit(place.line(), place.column(), end, value);
  }

  /** Writes a key below the first one of the account; null where it is not plain how. */
  public static YamlEdit ofNewKey(List<String> lines, SourceLocation place, Change change) {
    String line = lineOf(lines, place);
    if (line == null) {
      return null;
    }
    int indent = place.column() - 1;
    boolean plain =
        line.codePointCount(0, line.length()) > indent
            && BEFORE.matcher(line.substring(0, indent)).matches()
            && KEY.matcher(line.substring(indent)).matches()
            && endsThere(lines, place.line(), indent);
    if (!plain) {
      return null;
    }
    int end = line.codePointCount(0, line.length()) + 1;
    String key = DefinitionYaml.line(change.column(), change.to()).strip();
    return new YamlEdit(place.line(), end, end, "\n" + " ".repeat(indent) + key);
  }

  /** The line of a place; null when there is none. */
  private static String lineOf(List<String> lines, SourceLocation place) {
    if (place.line() < 1 || place.line() > lines.size() || place.column() < 1) {
      return null;
    }
    String line = lines.get(place.line() - 1);
    return place.column() <= line.codePointCount(0, line.length()) ? line : null;
  }

  /** Whether no line behind goes on with the value: that would stand further to the right. */
  private static boolean endsThere(List<String> lines, int line, int indent) {
    for (String next : lines.subList(line, lines.size())) {
      if (!next.isBlank()) {
        return next.length() - next.stripLeading().length() <= indent;
      }
    }
    return true;
  }

  /** Returns the length of the value at the front of a text; -1 when it is not there. */
  private static int length(String text, String value) {
    for (String quote : List.of("", "\"", "'")) {
      String written = quote + value + quote;
      boolean whole = !written.isBlank() && !value.contains("\\") && !value.contains("'");
      if (whole && text.startsWith(written)) {
        return written.length();
      }
    }
    Matcher list = LIST.matcher(text);
    if (list.matches()
        && FunctionList.words(value)
            .equals(
                Arrays.stream(list.group(1).split("[, ]+")).filter(w -> !w.isEmpty()).toList())) {
      return list.end(1) + 1;
    }
    return -1;
  }
}
