package org.vicilint.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers texts in the order in which they come, from 0. They stay bytes: a log repeats a few names
 * millions of times, and none of them becomes a {@code String} before the end.
 */
final class ByteStringTable {
  private byte[] store = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int[] slots = new int[1 << 9];
  private int size;

  int size() {
    return size;
  }

  /** The number of a text; -1 when it has not come yet. */
  int find(byte[] bytes, int from, int to) {
    return slots[slot(bytes, from, to)] - 1;
  }

  /** The number of a text, a new one when it has not come yet. */
  int add(byte[] bytes, int from, int to) {
    int slot = slot(bytes, from, to);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size * 2 >= slots.length) {
      grow();
      slot = slot(bytes, from, to);
    }
    int start = start(size);
    int end = Math.addExact(start, to - from);
    if (end > store.length) {
      store = Arrays.copyOf(store, Math.max(end, store.length * 2));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    System.arraycopy(bytes, from, store, start, to - from);
    ends[size] = end;
    slots[slot] = ++size;
    return size - 1;
  }

  /** The bytes of the text of this number. */
  byte[] bytes(int number) {
    return Arrays.copyOfRange(store, start(number), ends[number]);
  }

  /** The text of this number. */
  String text(int number) {
    return new String(store, start(number), ends[number] - start(number), StandardCharsets.UTF_8);
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  /** Returns the slot of the text, or the free one for it. */
  private int slot(byte[] bytes, int from, int to) {
    int mask = slots.length - 1;
    int slot = hash(bytes, from, to) & mask;
    while (slots[slot] != 0 && !same(slots[slot] - 1, bytes, from, to)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean same(int number, byte[] bytes, int from, int to) {
    return Arrays.equals(store, start(number), ends[number], bytes, from, to);
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    hash *= 0x9E3779B9; // neighbours such as agent1 and agent2 are to lie apart
    return hash ^ hash >>> 15;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int slot = hash(store, start(i), ends[i]) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = i + 1;
    }
  }
}
