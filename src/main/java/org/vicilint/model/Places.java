package org.vicilint.model;

import java.util.Arrays;
import java.util.Set;

/**
 * The places of one record's values: the record's own place, and that of each column that the
 * source mentions. Kept as plain numbers, since a large estate holds a million of them.
 */
public final class Places {
  private static final String[] NO_COLUMNS = {};
  private static final int[] NOWHERE = {};

  private final ChunkOffset stretch;
  private final int line;
  private final int column;
  private String[] columns = NO_COLUMNS;
  private int[] at = NOWHERE;

  /**
   * Attributes that the records of a table share.
   *
   * @param source the file as the user named it
   * @param given the columns of the table; all of them are mentioned, noted or not
   * @param withheld columns that the table has, but that could not be read
   */
  public record TableSource(String source, Set<String> given, Set<String> withheld) {}

  /**
   * A part of a table that is read by itself, maybe before anybody knows how many lines stand
   * before it; then that is said before anybody asks where something stands.
   */
  public static final class ChunkOffset {
    private final TableSource sheet;
    private int before;

    /** Makes an offset before which no lines stand, until another one is set. */
    public ChunkOffset(TableSource sheet) {
      this.sheet = sheet;
    }

    /** Says how many lines stand before it. */
    public void follows(int lines) {
      before = lines;
    }

    /** Returns the attributes shared with the rest of the table. */
    TableSource sheet() {
      return sheet;
    }

    /** Returns the number of lines before it. */
    int before() {
      return before;
    }
  }

  /** The places of a record that mentions only the columns whose places are noted. */
  public Places(SourceLocation record) {
    this(new TableSource(record.source(), Set.of(), Set.of()), record.line(), record.column());
  }

  /**
   * The places of a record of a table.
   *
   * @param line the line of the record, as in {@link SourceLocation}
   * @param column its place there
   */
  public Places(TableSource sheet, int line, int column) {
    this(new ChunkOffset(sheet), line, column);
  }

  /**
   * The places of a record in a part of a table.
   *
   * @param line the line of the record, counted from the beginning of the part
   * @param column its place there
   */
  public Places(ChunkOffset stretch, int line, int column) {
    this.stretch = stretch;
    this.line = line;
    this.column = column;
  }

  /** Notes where a column's value stands. {@code name} should be interned. */
  public void put(String name, int inLine, int inColumn) {
    int n = columns.length;
    columns = Arrays.copyOf(columns, n + 1);
    columns[n] = name;
    at = Arrays.copyOf(at, (n + 1) * 2);
    at[n * 2] = inLine;
    at[n * 2 + 1] = inColumn;
  }

  /**
   * Returns the attributes that the record shares with others of its table; a record of no table
   * has no columns.
   */
  public TableSource sheet() {
    return stretch.sheet;
  }

  /** The line of the record, as in {@link SourceLocation}. */
  int line() {
    return stretch.before + line;
  }

  /** The part of a table in which it stands. */
  ChunkOffset stretch() {
    return stretch;
  }

  /** Line, counted from the beginning of the chunk. */
  int lineOfStretch() {
    return line;
  }

  /** Its place there. */
  int column() {
    return column;
  }

  /** Whether any column has a place of its own. */
  boolean any() {
    return columns.length > 0;
  }

  /** The place of the whole record. */
  public SourceLocation record() {
    return new SourceLocation(sheet().source(), line(), column);
  }

  /** The place of the column's value, or the record's when the source does not mention it. */
  public SourceLocation of(String name) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i].equals(name)) {
        return new SourceLocation(sheet().source(), at[i * 2], at[i * 2 + 1]);
      }
    }
    return record();
  }

  /** Whether the source mentions the column. */
  public boolean mentions(String name) {
    for (String each : columns) {
      if (each.equals(name)) {
        return true;
      }
    }
    return sheet().given().contains(name);
  }
}
