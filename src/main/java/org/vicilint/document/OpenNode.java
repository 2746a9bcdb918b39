package org.vicilint.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vicilint.source.ProblemLog;

/** A list or mapping while its children are read. Duplicate keys are found here. */
final class OpenNode {
  final boolean mapping;
  final int line;
  final int column;
  private final List<Node> items = new ArrayList<>();
  private final List<Node.Entry> entries = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private String key;
  private int keyLine;
  private int keyColumn;
  private boolean hasKey;

  OpenNode(boolean mapping, int line, int column) {
    this.mapping = mapping;
    this.line = line;
    this.column = column;
  }

  /** Whether the next child is a key. */
  boolean wantsKey() {
    return mapping && !hasKey;
  }

  /** The key whose value is being read; null when that key is no word. */
  String key() {
    return key;
  }

  /** Takes a key; null for one that is dropped with its value. */
  void key(String text, int atLine, int atColumn, ProblemLog log) {
    hasKey = true;
    key = text;
    keyLine = atLine;
    keyColumn = atColumn;
    if (text != null && !keys.add(text)) {
      key = null;
      log.add(
          atLine,
          atColumn,
          Keys.quote(text) + " stands here a second time; the first one holds",
          "remove one of the two");
    }
  }

  /** Takes an item, or the value of the last key. */
  void value(Node value) {
    if (!mapping) {
      items.add(value);
    } else if (key != null) {
      entries.add(new Node.Entry(key, keyLine, keyColumn, value));
    }
    hasKey = false;
  }

  Node close(boolean complete) {
    return mapping
        ? new Node.Entries(entries, complete, line, column)
        : new Node.Items(items, line, column);
  }
}
