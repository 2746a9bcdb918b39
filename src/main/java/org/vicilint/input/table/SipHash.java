package org.vicilint.input.table;

/**
 * SipHash-2-4: a keyed hash that reveals nothing of a text to anybody without the key. It takes a
 * fraction of the time of an HMAC, which for a million passwords takes as long as all the other
 * reading. (Aumasson and Bernstein, SipHash: a fast short-input PRF, 2012.)
 */
final class SipHash {
  private static final int COMPRESS = 2;
  private static final int FINISH = 4;

  private final long key0;
  private final long key1;

  SipHash(long key0, long key1) {
    this.key0 = key0;
    this.key1 = key1;
  }

  /** The hash of the first bytes. */
  long of(byte[] bytes, int length) {
    long a = key0 ^ 0x736f6d6570736575L;
    long b = key1 ^ 0x646f72616e646f6dL;
    long c = key0 ^ 0x6c7967656e657261L;
    long d = key1 ^ 0x7465646279746573L;
    int words = length / Long.BYTES + 1; // the last one holds the length
    for (int i = 0; i <= words; i++) {
      boolean last = i == words;
      long word =
          last ? 0 : i < words - 1 ? Ascii.word(bytes, i * Long.BYTES) : rest(bytes, length);
      d ^= word;
      c ^= last ? 0xff : 0;
      for (int round = last ? FINISH : COMPRESS; round > 0; round--) {
        a += b;
        c += d;
        b = Long.rotateLeft(b, 13) ^ a;
        d = Long.rotateLeft(d, 16) ^ c;
        a = Long.rotateLeft(a, 32);
        c += b;
        a += d;
        b = Long.rotateLeft(b, 17) ^ c;
        d = Long.rotateLeft(d, 21) ^ a;
        c = Long.rotateLeft(c, 32);
      }
      a ^= word;
    }
    return a ^ b ^ c ^ d;
  }

  /** The bytes that fill no whole word, and the length. */
  private static long rest(byte[] bytes, int length) {
    long word = (long) length << (Long.SIZE - Byte.SIZE);
    for (int i = length - length % Long.BYTES; i < length; i++) {
      word |= (bytes[i] & 0xFFL) << i % Long.BYTES * Byte.SIZE;
    }
    return word;
  }
}
