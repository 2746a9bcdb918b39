package org.vicilint.definition;

import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/** A value of a YAML text, with the part of the text that it takes. Offsets are those of chars. */
sealed interface Part {
  /** Returns the beginning of the part; its anchor and tag are within. */
  int start();

  /**
   * Returns the offset behind the part's last character. For a list or mapping in block style, it
   * is somewhere behind it. Of a list or mapping in block style, somewhere behind it.
   */
  int end();

  /** The name by which aliases repeat it; null when it has none. */
  String anchor();

  /** A single value. */
  record Scalar(String text, ScalarStyle style, int start, int end, String anchor)
      implements Part {}

  /** The repetition of another value. */
  record Alias(String name, int start, int end) implements Part {
    @Override
    public String anchor() {
      return null;
    }
  }

  /** A list. */
  record Items(List<Part> items, boolean flow, int start, int end, String anchor) implements Part {}

  /**
   * A mapping.
   *
   * @param line the line (from 1) at which it begins, as readers count
   * @param column the character in that line, from 1
   */
  record Entries(
      List<Entry> entries, boolean flow, int line, int column, int start, int end, String anchor)
      implements Part {
    /** The entry of a key; null when there is none. */
    public Entry get(String key) {
      for (Entry entry : entries) {
        if (entry.key instanceof Scalar s && s.text().equals(key)) {
          return entry;
        }
      }
      return null;
    }
  }

  /** A key and its value. */
  record Entry(Part key, Part value) {}
}
