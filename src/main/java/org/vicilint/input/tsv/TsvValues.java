package org.vicilint.input.tsv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.vicilint.input.table.Ascii;
import org.vicilint.input.table.Checked;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.Escapes;

/**
 * Cache from the bytes of fields to their meaning, for values that are not long: a table repeats a
 * few values in most of its rows, and each is checked closely only once. For one thread.
 */
final class TsvValues {
  private static final int BITS = 12;
  private static final int SLOTS = 1 << BITS;

  /** Mixes bits well when numbers are multiplied by it: the golden ratio. */
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private static final byte[] NULL = {'N', 'U', 'L', 'L'};
  private static final byte[] ESCAPED_NULL = {'\\', 'N'};

  private final Value[] values = new Value[SLOTS];
  private final SplittableRandom marks = new SplittableRandom(1);

  /**
   * A value of a column.
   *
   * @param bytes as the table has it
   * @param text as a text; null when it says no more than VICIdial's default, or is wrong
   * @param checked as the column holds it
   * @param wrong whether it has a problem, or is no UTF-8
   * @param mark a random number: a combination of several of them distinguishes these values from
   *     others
   */
  record Value(Column column, byte[] bytes, String text, String checked, boolean wrong, long mark) {

    /** Whether it says something. */
    boolean tells() {
      return text != null;
    }
  }

  /** Returns the value of these bytes in the column. */
  Value of(Column column, byte[] bytes, int from, int to) {
    long hash = column.slot();
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      hash = hash * FACTOR + Ascii.word(bytes, i);
    }
    for (; i < to; i++) {
      hash = hash * FACTOR + bytes[i];
    }
    int slot = (int) (hash * FACTOR >>> Long.SIZE - BITS);
    Value value = values[slot];
    if (value == null
        || value.column != column
        || !Arrays.equals(value.bytes, 0, value.bytes.length, bytes, from, to)) {
      value = make(column, Arrays.copyOfRange(bytes, from, to));
      values[slot] = value;
    }
    return value;
  }

  /** Returns the value that stands for any text in the column. */
  Value something(Column column) {
    return new Value(column, null, "something", "something", false, marks.nextLong());
  }

  private Value make(Column column, byte[] bytes) {
    String text = column.meant(isNull(column, bytes, 0, bytes.length) ? null : text(bytes));
    if (text.equals(column.defaultText())) {
      return new Value(column, bytes, null, null, false, 0);
    }
    Checked checked = column.check(text);
    return checked.reason() != null || text.indexOf('\uFFFD') >= 0
        ? new Value(column, bytes, null, null, true, 0)
        : new Value(column, bytes, text, checked.value(), false, marks.nextLong());
  }

  private static String text(byte[] bytes) {
    return Escapes.undo(new String(bytes, UTF_8));
  }

  /** Whether {@code mysql -B} writes NULL so. */
  static boolean isNull(Column column, byte[] bytes, int from, int to) {
    return is(ESCAPED_NULL, bytes, from, to) || (column.nullable() && is(NULL, bytes, from, to));
  }

  private static boolean is(byte[] text, byte[] bytes, int from, int to) {
    return to - from == text.length && Arrays.equals(text, 0, text.length, bytes, from, to);
  }
}
