package org.vicilint.model;

/**
 * A concrete change of one column of one account.
 *
 * @param column VICIdial's name of the column
 * @param from its value now
 * @param to the value that it is to have, or in parentheses what a person has to choose
 */
public record Change(String column, String from, String to) {

  /** Whether the new value can be written as it stands, without a person's choice. */
  public boolean exact() {
    return !to.startsWith("(");
  }

  @Override
  public String toString() {
    return column + ": " + from + " → " + to;
  }
}
