package org.vicilint.input;

/**
 * SipHash-2-4: a hash with a key, from which nobody without the key can tell anything of a text. It
 * takes a fraction of the time of an HMAC, which for a million passwords is what reading the rest
 * takes. (Aumasson and Bernstein, SipHash: a fast short-input PRF, 2012.) For one thread.
 */
final class SipHash {
  private static final int COMPRESS = 2;
  private static final int FINISH = 4;

  private final long key0;
  private final long key1;
  private long v0;
  private long v1;
  private long v2;
  private long v3;

  SipHash(long key0, long key1) {
    this.key0 = key0;
    this.key1 = key1;
  }

  /** The hash of the text, each character of which counts as two bytes, the lower one first. */
  long of(String text) {
    v0 = key0 ^ 0x736f6d6570736575L;
    v1 = key1 ^ 0x646f72616e646f6dL;
    v2 = key0 ^ 0x6c7967656e657261L;
    v3 = key1 ^ 0x7465646279746573L;
    long word = 0;
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      word |= (long) text.charAt(i) << bits;
      bits += Character.SIZE;
      if (bits == Long.SIZE) {
        take(word);
        word = 0;
        bits = 0;
      }
    }
    take(word | (long) text.length() * Character.BYTES << (Long.SIZE - Byte.SIZE));
    v2 ^= 0xff;
    rounds(FINISH);
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void take(long word) {
    v3 ^= word;
    rounds(COMPRESS);
    v0 ^= word;
  }

  private void rounds(int count) {
    long a = v0;
    long b = v1;
    long c = v2;
    long d = v3;
    for (int i = 0; i < count; i++) {
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
    v0 = a;
    v1 = b;
    v2 = c;
    v3 = d;
  }
}
