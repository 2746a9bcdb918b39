package org.vicilint.document;

/** Takes what a YAML reader comes across before a document is complete. */
@FunctionalInterface
public interface YamlListener {

  /**
   * Takes an item of one of the lists that the reader hands over item by item.
   *
   * @param list the list's key
   */
  void item(String list, Node item);

  /**
   * Takes the text of a single value or key, and where it stands.
   *
   * @param line where it begins, from 1; a quote is part of it
   * @param lastLine the line of the first character behind it
   */
  default void scalar(String text, int line, int column, int lastLine, int lastColumn) {}
}
