package org.vicilint.input;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** How a source is packed, as its first bytes say. */
enum Packing {
  NONE(),
  GZIP(0x1F, 0x8B),
  ZSTD(0x28, 0xB5, 0x2F, 0xFD),
  /** zstd may begin with a frame that says something of the others, and holds no data. */
  ZSTD_SKIPPABLE(0x50, 0x2A, 0x4D, 0x18);

  /** So many bytes tell. */
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

  private boolean begins(byte[] head) {
    for (int i = 0; i < start.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  InputStream unpack(InputStream in) throws IOException {
    try {
      return switch (this) {
        case NONE -> in;
        case GZIP -> new Gunzip(in);
        case ZSTD, ZSTD_SKIPPABLE -> new ZstdInputStreamNoFinalizer(in);
      };
    } catch (LinkageError e) {
      throw new ReadingException(
          "zstd cannot be unpacked on this machine: its native library does not load",
          "unpack it first: zstdcat FILE | vicilint lint -");
    }
  }

  /** What an exception of the unpacked stream means. */
  IOException explain(IOException e) {
    if (this == NONE || e instanceof ReadingException) {
      return e;
    }
    String name = this == GZIP ? "gzip" : "zstd";
    if (e instanceof EOFException || "Truncated source".equals(e.getMessage())) {
      return new ReadingException(
          "the " + name + " data ends too early: what stands before its end was read",
          "the file looks cut off: copy or write it again");
    }
    if (e instanceof ZipException || e instanceof com.github.luben.zstd.ZstdIOException) {
      return new ReadingException(
          "the " + name + " data is corrupt: nothing behind the fault was read",
          "copy or write the file again");
    }
    return e;
  }
}
