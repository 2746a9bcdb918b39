package org.vicilint.input.table;

import org.vicilint.model.Secret;

/**
 * A column of one of VICIdial's tables.
 *
 * @param name its name, interned
 * @param type what it can hold
 * @param nullable whether it can hold NULL
 * @param defaultText what it holds when nothing is said; empty when that is NULL
 * @param nullByDefault whether that is NULL, and not an empty text
 * @param slot its number among the columns of the table that an estate keeps; -1 for the others
 */
public record Column(
    String name,
    ColumnType type,
    boolean nullable,
    String defaultText,
    boolean nullByDefault,
    int slot) {

  public Checked check(String text) {
    return type.check(name, text);
  }

  /** Returns the text that the server compares where a table has this; null is MySQL's NULL. */
  public String meant(String text) {
    return text == null || (text.isEmpty() && !isText()) ? type.whenNull() : text;
  }

  /** Whether an export's field says what would hold without it, too. */
  public boolean isDefault(char[] buffer, int offset, int length) {
    if (length != defaultText.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (buffer[offset + i] != defaultText.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the column takes any text, so that an empty one is a value like others. */
  public boolean isText() {
    return type instanceof ColumnType.Text;
  }

  /** Whether a few values stand in most of a table's rows, so that it is worth sharing them. */
  public boolean repeats() {
    return type instanceof ColumnType.Choice
        || type instanceof ColumnType.Whole
        || name.equals("user_group")
        || name.equals("full_name")
        || name.equals("api_allowed_functions");
  }

  /** Whether its values must never be shown. */
  public boolean secret() {
    return Secret.in(name);
  }
}
