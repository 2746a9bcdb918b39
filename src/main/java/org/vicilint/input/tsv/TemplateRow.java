package org.vicilint.input.tsv;

import java.util.Arrays;

/**
 * Template row of a table, with which others are compared: most accounts have equal values in a
 * hundred columns on end, and equal bytes are skipped many at a time.
 */
final class TemplateRow {
  private final byte[] bytes;

  /** Beginning of each field. */
  private final int[] starts;

  /** The field to which each byte belongs, with the tab behind it. */
  private final short[] fields;

  /** Value of each field; null where it says nothing, or differs from row to row. */
  private final TsvValues.Value[] values;

  /**
   * The next field from each on that is not the column's default; the number of fields at the end.
   */
  private final int[] telling;

  private TemplateRow(
      byte[] bytes, int[] starts, short[] fields, TsvValues.Value[] values, int[] telling) {
    this.bytes = bytes;
    this.starts = starts;
    this.fields = fields;
    this.values = values;
    this.telling = telling;
  }

  /**
   * Takes a row as the model.
   *
   * @param from where it begins
   * @param to where it ends; as many fields stand between as there are columns
   * @param tells which fields differ from the default of a column that is kept
   * @param values what those say that others may say as well
   * @return null for a row that is none: with what is not ASCII, or a carriage return
   */
  static TemplateRow of(byte[] chunk, int from, int to, boolean[] tells, TsvValues.Value[] values) {
    byte[] bytes = Arrays.copyOfRange(chunk, from, to);
    int[] starts = new int[tells.length];
    short[] fields = new short[bytes.length + 1];
    short field = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0 || bytes[i] == '\r') {
        return null; // no part of a character, or of an end of line, is passed over
      }
      fields[i] = field;
      if (bytes[i] == '\t') {
        starts[++field] = i + 1;
      }
    }
    fields[bytes.length] = field;
    int[] telling = new int[tells.length + 1];
    telling[tells.length] = tells.length;
    for (int i = tells.length - 1; i >= 0; i--) {
      telling[i] = tells[i] ? i : telling[i + 1];
    }
    return new TemplateRow(bytes, starts, fields, values.clone(), telling);
  }

  /** Returns the number of equal bytes from the beginning of a field on. */
  int same(int field, byte[] chunk, int at, int end) {
    int start = starts[field];
    int length = Math.min(bytes.length - start, end - at);
    int same = Arrays.mismatch(bytes, start, start + length, chunk, at, at + length);
    return same < 0 ? length : same;
  }

  /** The field in which a byte stands, counted from the beginning of another. */
  int field(int from, int distance) {
    return fields[starts[from] + distance];
  }

  /** Returns the number of bytes from the beginning of one field to that of another. */
  int distance(int field, int to) {
    return starts[to] - starts[field];
  }

  /** The next field that has something to say, this one or behind it. */
  int telling(int field) {
    return telling[field];
  }

  /** Returns the value of the field; null when it differs from row to row. */
  TsvValues.Value value(int field) {
    return values[field];
  }
}
