package org.vicilint.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in a text, collected and then made all at once. */
final class TextEdits {
  private record Edit(int from, int to, String text) {}

  private final String text;
  private final List<Edit> edits = new ArrayList<>();

  TextEdits(String text) {
    this.text = text;
  }

  /** Replaces a part; where it is empty, inserts. Of insertions at one place the first is first. */
  void replace(int from, int to, String by) {
    edits.add(new Edit(from, to, by));
  }

  /** Returns the number of edits, to go back to. */
  int size() {
    return edits.size();
  }

  /** Drops all edits but the first {@code size}. */
  void backTo(int size) {
    edits.subList(size, edits.size()).clear();
  }

  /**
   * The text with the replacements.
   *
   * @throws Refusal when two of them touch the same part
   */
  String apply() throws Refusal {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(Edit::from));
    StringBuilder result = new StringBuilder();
    int done = 0;
    for (Edit edit : sorted) {
      if (edit.from < done) {
        throw new Refusal("two changes touch the same part of the text");
      }
      result.append(text, done, edit.from).append(edit.text);
      done = edit.to;
    }
    return result.append(text, done, text.length()).toString();
  }

  /**
   * Returns the end of the line that holds this offset: before its line break, or at the text's
   * end.
   */
  int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    if (end < 0) {
      return text.length();
    }
    return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** Returns the beginning of the line that holds this offset. */
  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The line break that the text uses. */
  String lineBreak() {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }
}
