package org.vicilint.input.table;

/**
 * Result of checking a text for a column.
 *
 * @param value the text as the column would hold it; null when it cannot hold it at all
 * @param reason what is wrong with it; null when nothing is
 * @param hint what to write instead
 */
public record Checked(String value, String reason, String hint) {

  static Checked good(String value) {
    return new Checked(value, null, null);
  }

  static Checked bad(String reason, String hint) {
    return new Checked(null, reason, hint);
  }
}
