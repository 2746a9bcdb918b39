package org.vicilint.document;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.source.ProblemLog;

/** Reads lists of plain words. */
public final class Words {
  private Words() {}

  /** The words of the list; an item that is none is a problem, and left out. */
  public static List<String> of(Node.Items list, String key, ProblemLog log) {
    List<String> words = new ArrayList<>();
    for (Node item : list.items()) {
      if (item instanceof Node.Scalar s && !s.isNull() && !s.text().isBlank()) {
        words.add(s.text());
      } else {
        log.add(
            item.line(), item.column(), "this is not a name for " + key, "write one name an item");
      }
    }
    return words;
  }
}
