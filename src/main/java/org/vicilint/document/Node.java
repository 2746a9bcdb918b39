package org.vicilint.document;

import java.util.List;

/** A value of a definition, with the line and column (from 1) at which it begins. */
public sealed interface Node {
  int line();

  int column();

  /**
   * A single value.
   *
   * @param text as written; the text of a quoted one
   * @param plain whether it stands without quotes, so that null means nothing
   */
  record Scalar(String text, boolean plain, int line, int column) implements Node {
    /** Whether it says nothing, so that the default holds. */
    public boolean isNull() {
      return plain
          && switch (text) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
          };
    }
  }

  /** A list, with the items that could be read. */
  record Items(List<Node> items, int line, int column) implements Node {}

  /**
   * A mapping with different keys.
   *
   * @param complete whether it was read to its end
   */
  record Entries(List<Entry> entries, boolean complete, int line, int column) implements Node {
    /** The value of a key; null when the mapping does not have it. */
    public Node get(String key) {
      for (Entry entry : entries) {
        if (entry.key.equals(key)) {
          return entry.value;
        }
      }
      return null;
    }
  }

  /** A key and its value. */
  record Entry(String key, int line, int column, Node value) {}

  /** Whether the node says nothing. */
  static boolean isNull(Node node) {
    return node == null || (node instanceof Scalar s && s.isNull());
  }

  /** A value that could not be read; its place is known, and the default holds. */
  static Node nothing(int line, int column) {
    return new Scalar("", true, line, column);
  }
}
