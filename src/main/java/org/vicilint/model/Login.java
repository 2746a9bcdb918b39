package org.vicilint.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Logins of up to 16 characters of ASCII as two numbers, which order as the texts do. A large
 * estate holds a million of them, and as texts they would take as much room as all else.
 */
final class Login {
  private static final VarHandle PART =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int LONGEST = 2 * Long.BYTES;

  private static final byte[] NONE = {};

  private Login() {}

  /** Whether two numbers can hold it. */
  static boolean fits(String user) {
    boolean fits = user.length() <= LONGEST;
    for (int i = 0; fits && i < user.length(); i++) {
      fits = user.charAt(i) > 0 && user.charAt(i) <= Byte.MAX_VALUE;
    }
    return fits;
  }

  /** The bytes of one that fits; of another none. */
  static byte[] bytes(String user) {
    return fits(user) ? user.getBytes(ISO_8859_1) : NONE;
  }

  /** Whether two numbers can hold {@code length} bytes, each of them of ASCII and not NUL. */
  static boolean fits(int length) {
    return length <= LONGEST;
  }

  /** The first or the second number of a login that fits. */
  static long part(byte[] bytes, int from, int to) {
    long part = 0;
    int end = Math.min(to, from + Long.BYTES);
    for (int i = from; i < end; i++) {
      part = part << Byte.SIZE | bytes[i];
    }
    return from >= to ? 0 : part << Byte.SIZE * (from + Long.BYTES - end);
  }

  /** Returns the number of characters. */
  static int length(long head, long tail) {
    return tail == 0
        ? Long.BYTES - Long.numberOfTrailingZeros(head) / Byte.SIZE
        : LONGEST - Long.numberOfTrailingZeros(tail) / Byte.SIZE;
  }

  /** The text again. */
  static String text(long head, long tail) {
    byte[] bytes = new byte[LONGEST];
    PART.set(bytes, 0, head);
    PART.set(bytes, Long.BYTES, tail);
    return new String(bytes, 0, length(head, tail), ISO_8859_1);
  }

  /** Whether the server takes no character of it for another, see {@link Groups#key}. */
  static boolean plain(long head, long tail) {
    return plain(head) && plain(tail);
  }

  private static boolean plain(long part) {
    for (long left = part; left != 0; left >>>= Byte.SIZE) {
      int c = (int) left & 0xFF;
      if (c != 0 && (c <= ' ' || c >= 0x7F || (c >= 'A' && c <= 'Z'))) {
        return false;
      }
    }
    return true;
  }
}
