package org.vicilint.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * Plain bytes of a source with any packing. Limits how much comes out of it: a few bytes can be
 * packed so that they never end.
 */
final class Unpacked extends InputStream {
  /** Tables and dumps shrink to a tenth or a fiftieth; what shrinks more was made to. */
  private static final long RATIO = 1000;

  private final InputStream plain;
  private final Packing packing;
  private final Counted packed;
  private final long most;
  private final boolean evenIfHonest;
  private long bytes;

  /**
   * @param packed the stream as it is stored
   * @param most the number of bytes that may come out of it
   * @param evenIfHonest whether that holds too when so much was packed that it may well be more
   */
  Unpacked(InputStream packed, Packing packing, long most, boolean evenIfHonest)
      throws IOException {
    this.packed = new Counted(packed);
    this.packing = packing;
    this.most = most;
    this.evenIfHonest = evenIfHonest;
    this.plain = packing.unpack(this.packed);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n;
    try {
      n = plain.read(buffer, offset, length);
    } catch (IOException e) {
      throw packing.explain(e);
    }
    bytes += Math.max(n, 0);
    if (bytes > most
        && (evenIfHonest || (packing != Packing.NONE && bytes / RATIO > packed.count))) {
      throw new ReadingException(
          "this is too large: more than %d MiB%s: the rest is not read"
              .formatted(most >> 20, packing == Packing.NONE ? "" : " when unpacked"),
          packing == Packing.NONE ? "split it" : "is it what it says? if so, unpack and split it");
    }
    return n;
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }

  /** Counts what is taken from a stream. */
  private static final class Counted extends InputStream {
    private final InputStream in;
    private long count;

    Counted(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int c = in.read();
      count += c < 0 ? 0 : 1;
      return c;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = in.read(buffer, offset, length);
      count += Math.max(n, 0);
      return n;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
