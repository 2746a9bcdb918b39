package org.vicilint.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/** Packing of a source, as its first bytes say. */
public enum Packing {
  NONE(),
  GZIP(0x1F, 0x8B),
  ZSTD(0x28, 0xB5, 0x2F, 0xFD),
  /** zstd may begin with a frame that says something of the others, and holds no data. */
  ZSTD_SKIPPABLE(0x50, 0x2A, 0x4D, 0x18);

  /** Number of bytes that identify a packing. */
  static final int MAGIC = 4;

  private final int[] start;

  Packing(int... start) {
    this.start = start;
  }

  static Packing of(byte[] head) {
    for (Packing each : values()) {
      if (each != NONE && each.begins(head)) {
        return each;
      }
    }
    return NONE;
  }

  /** The plain bytes of a stream that may be packed. Waits for no more of it than it must. */
  static InputStream unpacked(InputStream in) throws IOException {
    PushbackInputStream ahead = new PushbackInputStream(in, MAGIC);
    byte[] head = new byte[MAGIC];
    int filled = 0;
    boolean may = true;
    while (may && filled < MAGIC) {
      int n = ahead.read(head, filled, 1);
      filled += Math.max(n, 0);
      may = n > 0 && mayBegin(head, filled);
    }
    ahead.unread(head, 0, filled);
    return new Unpacked(ahead, of(Arrays.copyOf(head, filled)), Long.MAX_VALUE, false);
  }

  private static boolean mayBegin(byte[] head, int length) {
    return Arrays.stream(values())
        .anyMatch(each -> each != NONE && length < each.start.length && each.agrees(head, length));
  }

  private boolean agrees(byte[] head, int length) {
    for (int i = 0; i < length; i++) {
      if ((head[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean begins(byte[] head) {
    return head.length >= start.length && agrees(head, start.length);
  }

  InputStream unpack(InputStream in) throws IOException {
    try {
      return switch (this) {
        case NONE -> in;
        case GZIP -> new Gunzip(in);
        case ZSTD, ZSTD_SKIPPABLE -> new Unzstd(in);
      };
    } catch (LinkageError e) {
      throw new ReadingException(
          "zstd cannot be unpacked on this machine: its native library does not load",
          "unpack it first: zstdcat FILE | vicilint lint -");
    }
  }

  /** Translates an exception of the unpacked stream into its meaning. */
  IOException explain(IOException e) {
    if (this == NONE || e instanceof ReadingException) {
      return e;
    }
    String name = this == GZIP ? "gzip" : "zstd";
    if (e instanceof EOFException) {
      return new ReadingException(
          "the " + name + " data ends too early: what stands before its end was read",
          "the file looks cut off: copy or write it again");
    }
    if (e instanceof ZipException) {
      return new ReadingException(
          "the " + name + " data is corrupt: nothing behind the fault was read",
          "copy or write the file again");
    }
    return e;
  }
}
