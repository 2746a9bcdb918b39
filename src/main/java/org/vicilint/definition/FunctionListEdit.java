package org.vicilint.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.vicilint.access.FunctionList;
import org.vicilint.model.Characters;

/** Makes a list of functions hold certain names, and leaves alone those that stay. */
final class FunctionListEdit {
  private final String text;
  private final TextEdits edits;

  FunctionListEdit(String text, TextEdits edits) {
    this.text = text;
    this.edits = edits;
  }

  /** The text of a list in one line. */
  static String flow(List<String> names) {
    return "[" + String.join(", ", names) + "]";
  }

  /**
   * Changes the list.
   *
   * @param key the key in front of it
   * @param granted the text that the column is to have, as {@link FunctionList#of} writes it
   */
  void change(Part key, Part.Items list, String granted) throws Refusal {
    TreeSet<String> wanted = new TreeSet<>(FunctionList.words(granted));
    List<Part.Scalar> unwanted = new ArrayList<>();
    List<Part.Scalar> kept = new ArrayList<>();
    for (Part item : list.items()) {
      if (!(item instanceof Part.Scalar s)
          || s.anchor() != null
          || !s.text().chars().allMatch(c -> Characters.DASHES.holds((char) c))) {
        throw new Refusal("api_allowed_functions holds an item that is no plain name");
      }
      (wanted.remove(s.text()) ? kept : unwanted).add(s);
    }
    List<String> missing = new ArrayList<>(wanted);
    // A name in the place of another changes the least.
    while (!missing.isEmpty() && !unwanted.isEmpty()) {
      Part.Scalar old = unwanted.remove(0);
      edits.replace(old.start(), old.end(), missing.remove(0));
      kept.add(old);
    }
    if (list.flow()) {
      flow(list, kept, unwanted, missing);
    } else {
      block(key, list, kept, unwanted, missing);
    }
  }

  private void flow(
      Part.Items list, List<Part.Scalar> kept, List<Part.Scalar> unwanted, List<String> missing) {
    if (kept.isEmpty()) {
      edits.replace(list.start(), list.end(), flow(missing));
      return;
    }
    List<Part> items = list.items();
    int lastKept = items.size() - 1;
    while (!kept.contains(items.get(lastKept))) {
      lastKept--;
    }
    for (Part.Scalar old : unwanted) {
      int at = items.indexOf(old);
      if (at < lastKept) {
        edits.replace(old.start(), items.get(at + 1).start(), "");
      }
    }
    int end = items.get(lastKept).end();
    if (lastKept < items.size() - 1) {
      edits.replace(end, items.get(items.size() - 1).end(), "");
    } else if (!missing.isEmpty()) {
      edits.replace(end, end, ", " + String.join(", ", missing));
    }
  }

  private void block(
      Part key,
      Part.Items list,
      List<Part.Scalar> kept,
      List<Part.Scalar> unwanted,
      List<String> missing)
      throws Refusal {
    for (Part.Scalar old : unwanted) {
      int start = edits.lineStart(old.start());
      if (!text.substring(start, old.start()).matches("[ ]*-[ ]+")) {
        throw new Refusal("an item of api_allowed_functions does not stand in a line of its own");
      }
      int end = text.indexOf('\n', old.end());
      edits.replace(start, end < 0 ? text.length() : end + 1, "");
    }
    if (kept.isEmpty()) {
      int colon = text.indexOf(':', key.end());
      edits.replace(colon + 1, colon + 1, " []");
    } else if (!missing.isEmpty()) {
      Part last = list.items().get(list.items().size() - 1);
      String indent = text.substring(edits.lineStart(last.start()), last.start());
      int end = edits.lineEnd(last.end());
      String lines =
          String.join("", missing.stream().map(n -> edits.lineBreak() + indent + n).toList());
      edits.replace(end, end, lines);
    }
  }
}
