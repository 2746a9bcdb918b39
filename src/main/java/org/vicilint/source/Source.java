package org.vicilint.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Locale;
import org.vicilint.model.Meter;

/**
 * Input to read, packed or not; its stream is always unpacked. A file, or content held in memory,
 * can be opened again and again; longer content of a pipe, only once.
 */
public final class Source {
  /** The bytes from which the kind of a source is recognised. */
  public static final int HEAD = 64 << 10;

  /** Size up to which input from a pipe is held, so that it can be read more than once. */
  static final int HELD = (int) Limits.DEFAULT.definitionBytes() + 1;

  private final String name;
  private final Path path;

  /** The whole content, or the beginning of a pipe's; null for a file. */
  private byte[] bytes;

  /** The stream behind the bytes; null when nothing follows. */
  private final InputStream rest;

  /** The folder, as the user gave it, in which it was found; null for one that was named. */
  private final String folder;

  private final long most;
  private final boolean strict;
  private final Meter meter;

  /** Sees what is read; null when nobody asks for the end of it. */
  private final TailBuffer tail;

  private boolean used;

  private Source(
      String name,
      Path path,
      byte[] bytes,
      InputStream rest,
      String folder,
      long most,
      boolean strict,
      Meter meter,
      TailBuffer tail) {
    this.name = name;
    this.path = path;
    this.bytes = bytes;
    this.rest = rest;
    this.folder = folder;
    this.most = most;
    this.strict = strict;
    this.meter = meter;
    this.tail = tail;
  }

  private static Source of(String name, Path path, byte[] bytes, InputStream rest) {
    return new Source(
        name, path, bytes, rest, null, Limits.DEFAULT.definitionBytes(), true, Meter.NONE, null);
  }

  public static Source of(String name, Path path) {
    return of(name, path, null, null);
  }

  public static Source of(String name, byte[] bytes) {
    return of(name, null, bytes, null);
  }

  /** Returns the source of a pipe or of standard input; the stream is not closed. */
  static Source pipe(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(HELD);
    return of(name, null, bytes, bytes.length < HELD ? null : in);
  }

  /**
   * Returns a copy as a file that nobody named: it was found in a folder.
   *
   * @param given the folder as the user gave it; null for a file that was named after all
   */
  public Source inFolder(String given) {
    return new Source(name, path, bytes, rest, given, most, strict, meter, tail);
  }

  /**
   * Returns a copy with another limit for its unpacked bytes.
   *
   * @param bytes the limit when it is packed or comes from a pipe
   * @param always whether that holds also when so much is packed that it may well be more
   */
  public Source within(long bytes, boolean always) {
    return new Source(name, path, this.bytes, rest, folder, bytes, always, meter, tail);
  }

  /** Returns a copy that reports how many of its bytes, as they are packed, were read. */
  public Source telling(Meter read) {
    return new Source(name, path, bytes, rest, folder, most, strict, read, tail);
  }

  /** Returns a copy that keeps its last bytes. */
  public Source watched(TailBuffer last) {
    return new Source(name, path, bytes, rest, folder, most, strict, meter, last);
  }

  /** Returns the size of a file in bytes, as it is packed; 0 when it is unknown. */
  public long bytes() {
    try {
      return path == null ? 0 : Files.size(path);
    } catch (IOException e) {
      return 0;
    }
  }

  /** All of it in memory, or what can be had of it; what is wrong with it goes to the log. */
  public Source held(ProblemLog log) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (InputStream in = open()) {
      in.transferTo(all);
    } catch (ReadingException e) {
      ReadingException.report(e, log);
    }
    return of(name, path, all.toByteArray(), null).inFolder(folder);
  }

  /** The name as the user gave it. */
  public String name() {
    return name;
  }

  /** The file; null for what is none. It may be packed. */
  public Path path() {
    return path;
  }

  /** Whether it was found in a folder, so that it may be something else altogether. */
  public boolean found() {
    return folder != null;
  }

  /** The folder, as the user gave it, in which it was found; null for one that was named. */
  public String folder() {
    return folder;
  }

  /** Whether it can be opened only once. */
  public boolean once() {
    return rest != null;
  }

  public Packing packing() throws IOException {
    try (InputStream in = bytes == null ? raw() : new ByteArrayInputStream(bytes)) {
      return Packing.of(in.readNBytes(Packing.MAGIC));
    }
  }

  /** Returns its beginning, unpacked; a fault before that shows when it is read. */
  public byte[] head(int most) throws IOException {
    InputStream raw = bytes == null ? raw() : new ByteArrayInputStream(bytes);
    try (InputStream in = new Unpacked(raw, packing(), Long.MAX_VALUE, false)) {
      byte[] head = new byte[most];
      int filled = 0;
      try {
        for (int n = 0; n >= 0 && filled < most; n = in.read(head, filled, most - filled)) {
          filled += n;
        }
      } catch (ReadingException e) {
        if (filled == 0) {
          throw e;
        }
      }
      return Arrays.copyOf(head, filled);
    }
  }

  /**
   * Opens its bytes, unpacked. Unless another limit was set, a packed source may be as large as one
   * that is held in memory.
   *
   * @throws ReadingException from reading, when it is more, or broken
   */
  public InputStream open() throws IOException {
    Packing packing = packing();
    boolean limited = once() || packing != Packing.NONE;
    InputStream in =
        new Unpacked(
            new CountingStream(raw(), meter), packing, limited ? most : Long.MAX_VALUE, strict);
    return tail == null ? in : tail.of(in);
  }

  private InputStream raw() throws IOException {
    if (bytes == null) {
      return Files.newInputStream(path);
    }
    if (rest == null) {
      return new ByteArrayInputStream(bytes);
    }
    if (used) {
      throw new ReadingException(
          "this cannot be read a second time, which the problems here make necessary: the rest is not read",
          "write it to a file, and give that");
    }
    used = true;
    InputStream all =
        new SequenceInputStream(
            new ByteArrayInputStream(bytes),
            new FilterInputStream(rest) {
              @Override
              public void close() {} // it is not ours
            });
    bytes = Arrays.copyOf(bytes, Packing.MAGIC); // what has been read is not held
    return all;
  }

  /** Returns its size; for a packed source, or one from a pipe, more than any limit. */
  public long size() throws IOException {
    if (once() || packing() != Packing.NONE) {
      return Long.MAX_VALUE;
    }
    return bytes == null ? Files.size(path) : bytes.length;
  }

  /** Attributes of a file that change with its content. */
  public record Stamp(long size, FileTime modified) {}

  /** The file's state now; null for what is no file. */
  public Stamp stamp() throws IOException {
    return path == null ? null : new Stamp(Files.size(path), Files.getLastModifiedTime(path));
  }

  public boolean named(String ending) {
    return name.toLowerCase(Locale.ROOT).endsWith(ending);
  }
}
