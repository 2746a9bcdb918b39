package org.vicilint.input.tsv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes texts of bytes, and one text of equal bytes where they are not long apart: a table repeats
 * a few values in most of its rows. For one thread.
 */
final class Texts {
  private static final int SLOTS = 1 << 12;

  private final byte[][] keys = new byte[SLOTS][];
  private final String[] texts = new String[SLOTS];

  /** The text of these bytes, which are UTF-8. */
  String of(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = (hash ^ hash >>> 12) & (SLOTS - 1);
    byte[] key = keys[slot];
    if (key == null || !Arrays.equals(key, 0, key.length, bytes, from, to)) {
      keys[slot] = Arrays.copyOfRange(bytes, from, to);
      texts[slot] = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
    return texts[slot];
  }
}
