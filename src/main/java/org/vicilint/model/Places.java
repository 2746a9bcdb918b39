package org.vicilint.model;

import java.util.Arrays;
import java.util.Set;

/**
 * The places of one record's values: the record's own place, and that of each column that the
 * source mentions. Kept as plain numbers, since a large estate holds a million of them.
 */
public final class Places {

  private final Place record;
  private final Set<String> given;
  private String[] columns = new String[0];
  private int[] at = new int[0];

  /** The places of a record that mentions only the columns whose places are noted. */
  public Places(Place record) {
    this(record, Set.of());
  }

  /**
   * The places of a record of a table.
   *
   * @param given the columns of the table; all of them are mentioned, noted or not
   */
  public Places(Place record, Set<String> given) {
    this.record = record;
    this.given = given;
  }

  /** Notes where a column's value stands. {@code column} should be an interned name. */
  public void put(String column, int line, int col) {
    int n = columns.length;
    columns = Arrays.copyOf(columns, n + 1);
    columns[n] = column;
    at = Arrays.copyOf(at, (n + 1) * 2);
    at[n * 2] = line;
    at[n * 2 + 1] = col;
  }

  /** The place of the whole record. */
  public Place record() {
    return record;
  }

  /** The place of the column's value, or the record's when the source does not mention it. */
  public Place of(String column) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i].equals(column)) {
        return new Place(record.source(), at[i * 2], at[i * 2 + 1]);
      }
    }
    return record;
  }

  /** Whether the source mentions the column. */
  public boolean mentions(String column) {
    for (String name : columns) {
      if (name.equals(column)) {
        return true;
      }
    }
    return given.contains(column);
  }
}
