package org.vicilint.log;

import java.nio.charset.StandardCharsets;
import org.vicilint.model.ScriptRows;
import org.vicilint.text.PasswordMask;

/**
 * Key by which rows of the log are counted: account, script and function, as bytes. A key holds the
 * three lengths and whether another script wrote the row, then the three texts.
 */
final class CallKey {
  /** More than these columns can have: 20 characters of at most 4 bytes each. */
  static final int LONGEST = 127;

  private static final int[] COLUMNS = {LogColumn.USER, LogColumn.SCRIPT, LogColumn.FUNCTION};
  private static final int APART = COLUMNS.length;
  private static final int HEADER = COLUMNS.length + 1;

  private CallKey() {}

  /**
   * Writes the key of a row.
   *
   * @param key has room for it
   * @param bytes holds the values, each column's from its {@code from} to its {@code to}
   * @param scripted whether the log has the column {@code api_script}
   * @return its length; -1 when a value is longer than its column
   */
  static int write(byte[] key, byte[] bytes, int[] from, int[] to, boolean scripted) {
    int n = HEADER;
    for (int i = 0; i < COLUMNS.length; i++) {
      int start = from[COLUMNS[i]];
      int length = to[COLUMNS[i]] - start;
      if (length > LONGEST) {
        return -1;
      }
      key[i] = (byte) length;
      System.arraycopy(bytes, start, key, n, length);
      n += length;
    }
    key[APART] = (byte) (ofOtherScript(bytes, from, to, scripted) ? 1 : 0);
    return n;
  }

  static String user(byte[] key) {
    return part(key, 0);
  }

  static String script(byte[] key) {
    return part(key, 1);
  }

  static String function(byte[] key) {
    return part(key, 2);
  }

  /** Whether rows of a key are another script's, and so no calls of the two APIs. */
  static boolean ofOtherScript(byte[] key) {
    return key[APART] != 0;
  }

  /** Whether a row, as {@link #write} takes it, is of another script. */
  static boolean ofOtherScript(byte[] bytes, int[] from, int[] to, boolean scripted) {
    int function = from[LogColumn.FUNCTION];
    int end = to[LogColumn.FUNCTION];
    return scripted
        ? ScriptRows.apart(bytes, from[LogColumn.SCRIPT], to[LogColumn.SCRIPT], function, end)
        : ScriptRows.apart(bytes, function, end);
  }

  /**
   * Returns one of the three texts; a request whose {@code &} was encoded leaves its password
   * there.
   */
  private static String part(byte[] key, int part) {
    int start = HEADER;
    for (int i = 0; i < part; i++) {
      start += key[i];
    }
    return PasswordMask.of(new String(key, start, key[part], StandardCharsets.UTF_8));
  }
}
