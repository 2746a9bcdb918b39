package org.vicilint.input;

import java.util.Arrays;

/**
 * One row of a table, with which others are compared: most accounts are alike in a hundred columns
 * on end, and equal bytes are passed over many at a time.
 */
final class LikeRow {
  private final byte[] bytes;

  /** Where each field begins. */
  private final int[] starts;

  /** The field to which each byte belongs, with the tab behind it. */
  private final short[] fields;

  /** The next field from each on that has something to say; the number of fields at the end. */
  private final int[] telling;

  private final boolean escaped;

  private LikeRow(byte[] bytes, int[] starts, short[] fields, int[] telling, boolean escaped) {
    this.bytes = bytes;
    this.starts = starts;
    this.fields = fields;
    this.telling = telling;
    this.escaped = escaped;
  }

  /**
   * Takes a row as the model.
   *
   * @param from where it begins
   * @param to where it ends; only ASCII stands between, and as many fields as there are columns
   * @param tells which fields differ from the default of a column that is kept
   */
  static LikeRow of(byte[] chunk, int from, int to, boolean[] tells) {
    byte[] bytes = Arrays.copyOfRange(chunk, from, to);
    int[] starts = new int[tells.length];
    short[] fields = new short[bytes.length + 1];
    short field = 0;
    boolean escaped = false;
    for (int i = 0; i < bytes.length; i++) {
      escaped |= bytes[i] == '\\';
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
    return new LikeRow(bytes, starts, fields, telling, escaped);
  }

  /** The first field that differs from here on, or the last one. */
  int differs(int field, byte[] chunk, int at, int end) {
    int start = starts[field];
    int length = Math.min(bytes.length - start, end - at);
    int same = Arrays.mismatch(bytes, start, start + length, chunk, at, at + length);
    return fields[start + (same < 0 ? length : same)];
  }

  /** Whether a backslash stands anywhere in it. */
  boolean escaped() {
    return escaped;
  }

  /** How many bytes stand from the beginning of one field to that of another. */
  int distance(int field, int to) {
    return starts[to] - starts[field];
  }

  /** The next field that has something to say, this one or behind it. */
  int telling(int field) {
    return telling[field];
  }
}
