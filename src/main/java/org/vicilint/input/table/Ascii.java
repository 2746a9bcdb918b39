package org.vicilint.input.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bytes eight at a time, as words whose lowest byte is the first. A statement about a word holds
 * for each of its bytes.
 */
public final class Ascii {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** A one in each byte. */
  private static final long ONES = 0x0101010101010101L;

  private static final long HIGHEST_BITS = ONES << 7;
  private static final long ABOVE_CONTROLS = ONES * ('\r' + 1);
  private static final long FROM_A = ONES * (0x80 - 'A');
  private static final long ABOVE_Z = ONES * (0x7F - 'Z');

  /**
   * Multiplier that moves the index of a byte to the top: its product with a word of a single bit,
   * the lowest of a byte, has that byte's index as the highest byte.
   */
  private static final long NUMBERS = 0x0001020304050607L;

  private Ascii() {}

  /** The eight bytes from here on. */
  public static long word(byte[] bytes, int at) {
    return (long) WORD.get(bytes, at);
  }

  /** Returns the word at a position, with zeros from the end on. */
  public static long word(byte[] bytes, int at, int end) {
    int left = end - at;
    return left < Long.BYTES
        ? word(bytes, at) & -1L >>> Long.SIZE - left * Byte.SIZE
        : word(bytes, at);
  }

  static void put(byte[] bytes, int at, long word) {
    WORD.set(bytes, at, word);
  }

  /** Whether any byte is not ASCII. */
  static boolean wide(long word) {
    return (word & HIGHEST_BITS) != 0;
  }

  /** Whether any byte is this one. */
  static boolean has(long word, char c) {
    long others = word ^ ONES * c;
    return ((others - ONES) & ~others & HIGHEST_BITS) != 0;
  }

  /** A word of ASCII in lower case. */
  static long lower(long word) {
    long upper = (word + FROM_A) & ~(word + ABOVE_Z) & HIGHEST_BITS;
    return word | upper >>> 2; // the highest bit is four times the bit that distinguishes the cases
  }

  /**
   * Returns the place of the first byte from here on that is not ASCII, or not above a carriage
   * return.
   */
  public static int special(byte[] bytes, int from) {
    int at = from;
    while (true) {
      long word = word(bytes, at);
      // A byte borrows from those behind it, so only the first match is sure.
      long found = (word - ABOVE_CONTROLS | word) & HIGHEST_BITS;
      if (found != 0) {
        long first = (found & -found) >>> Byte.SIZE - 1;
        return at + (int) (first * NUMBERS >>> Long.SIZE - Byte.SIZE);
      }
      at += Long.BYTES;
    }
  }
}
