package org.vicilint.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip, all members of it. The JDK's own stream takes garbage behind a member, or the next
 * one with a broken head, for the end: then a part would be missing without a word.
 */
final class Gunzip extends InputStream {
  private static final int SIZE = 1 << 16;
  private static final int MAGIC = 0x1F8B;
  private static final int DEFLATE = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;
  private static final int REST_OF_HEAD = 6; // when, how and where it was packed

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] packed = new byte[SIZE];
  private int from;
  private int to;
  private boolean inMember;
  private boolean ended;

  Gunzip(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * @throws EOFException when a member is cut off
   * @throws ZipException when the data is broken
   */
  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      if (!inMember) {
        begin();
        continue;
      }
      int n = inflate(buffer, offset, length);
      if (n > 0) {
        crc.update(buffer, offset, n);
        return n;
      }
      if (inflater.finished()) {
        end();
      } else {
        feed();
      }
    }
    return -1;
  }

  private int inflate(byte[] buffer, int offset, int length) throws IOException {
    try {
      int n = inflater.inflate(buffer, offset, length);
      if (n == 0 && inflater.needsDictionary()) {
        throw new ZipException("a dictionary");
      }
      return n;
    } catch (DataFormatException e) {
      throw new ZipException("the data");
    }
  }

  private void feed() throws IOException {
    if (!fill()) {
      throw new EOFException();
    }
    inflater.setInput(packed, 0, to);
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(packed, 0, SIZE));
    return to > 0;
  }

  /** Checks what is written behind the data. */
  private void end() throws IOException {
    from = to - inflater.getRemaining();
    if (number(4) != crc.getValue() || number(4) != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new ZipException("the checksum");
    }
    inMember = false;
  }

  /** Reads a member's head; behind the first one zeros may stand, with which tapes are filled. */
  private void begin() throws IOException {
    int first = 0;
    while (first == 0) {
      if (from == to && !fill()) {
        ended = true;
        return;
      }
      first = one();
    }
    if ((first << 8 | one()) != MAGIC || one() != DEFLATE) {
      throw new ZipException("the head");
    }
    int flags = one();
    if ((flags & RESERVED) != 0) {
      throw new ZipException("the head");
    }
    number(REST_OF_HEAD);
    if ((flags & EXTRA) != 0) {
      for (long left = number(2); left > 0; left--) {
        one();
      }
    }
    text(flags & NAME);
    text(flags & COMMENT);
    if ((flags & HEADER_CRC) != 0) {
      number(2);
    }
    inMember = true;
    inflater.reset();
    crc.reset();
    inflater.setInput(packed, from, to - from);
  }

  private void text(int present) throws IOException {
    while (present != 0 && one() != 0) {
      continue;
    }
  }

  private long number(int bytes) throws IOException {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= (long) one() << (8 * i);
    }
    return number;
  }

  private int one() throws IOException {
    if (from == to && !fill()) {
      throw new EOFException();
    }
    return packed[from++] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
