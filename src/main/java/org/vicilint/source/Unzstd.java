package org.vicilint.source;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.ZipException;

/**
 * Unpacks zstd, all frames of it. The library's own stream takes a frame that is cut off for the
 * end when it is short and another one stands before it.
 */
final class Unzstd extends InputStream {
  private static final int SIZE = 1 << 16;

  /** Size of the pieces in which bytes before a fault are returned; the last piece is lost. */
  private static final int PIECE = 1 << 12;

  private final InputStream in;
  private final ZstdDecompressCtx context = new ZstdDecompressCtx();
  private final byte[] read = new byte[SIZE];
  private final ByteBuffer packed = ByteBuffer.allocateDirect(SIZE).limit(0);
  private final ByteBuffer plain = ByteBuffer.allocateDirect(PIECE).limit(0);
  private boolean inFrame;

  Unzstd(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * @throws EOFException when a frame is cut off
   * @throws ZipException when the data is broken
   */
  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!plain.hasRemaining()) {
      if (!packed.hasRemaining() && !inFrame && !fill()) {
        return -1;
      }
      unpack();
      if (!plain.hasRemaining() && !packed.hasRemaining() && inFrame && !fill()) {
        throw new EOFException();
      }
    }
    int n = Math.min(length, plain.remaining());
    plain.get(buffer, offset, n);
    return n;
  }

  private void unpack() throws IOException {
    plain.clear();
    try {
      inFrame = !context.decompressDirectByteBufferStream(plain, packed);
    } catch (ZstdException e) {
      plain.limit(0);
      throw new ZipException("the data");
    }
    plain.flip();
  }

  private boolean fill() throws IOException {
    int n = in.read(read, 0, SIZE);
    packed.clear().limit(0);
    if (n <= 0) {
      return false;
    }
    packed.limit(n);
    packed.put(0, read, 0, n);
    return true;
  }

  @Override
  public void close() throws IOException {
    context.close();
    in.close();
  }
}
