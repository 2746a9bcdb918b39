package org.vicilint.sql.play;

import java.util.List;

/**
 * A table that scripts are played on.
 *
 * @param name in lower case
 * @param columns in the order of the newest known build
 * @param whole whether these are all of its columns
 * @param keys columns whose values no two rows share
 * @param counter the column that the server fills with the next number; null when there is none
 * @param start what it holds before a script that says nothing of it
 */
public record TableDefinition(
    String name,
    List<ColumnDefinition> columns,
    boolean whole,
    List<List<String>> keys,
    String counter,
    Start start) {

  /** Content of a table before a script that does not mention it. */
  public enum Start {
    /** Nothing that concerns the script: it is about the rows that it inserts. */
    NO_ROW,
    /** Rows that the script does not show. */
    ROWS,
    /** One row, which every server has; the script shows the columns that it sets. */
    ONE_ROW
  }
}
