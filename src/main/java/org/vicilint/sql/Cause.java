package org.vicilint.sql;

/**
 * Why something is not known after a statement.
 *
 * @param line where the statement begins
 * @param column the byte in that line, from 1
 * @param reason what cannot be played, as the end of the sentence "this UPDATE … "
 * @param hintOrNull what to do about it, where that differs from what helps with most statements
 */
public record Cause(int line, int column, String statement, String reason, String hintOrNull) {
  public Cause(int line, int column, String statement, String reason) {
    this(line, column, statement, reason, null);
  }
}
