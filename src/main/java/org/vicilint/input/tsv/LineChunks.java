package org.vicilint.input.tsv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream behind line feeds into chunks, which several threads may take in turn. */
final class LineChunks {
  private final InputStream in;
  private final int size;
  private byte[] rest = {};
  private int chunks;
  private boolean ended;
  private boolean tooLong;
  private IOException failure;

  /**
   * @param size how many bytes a chunk, and so a line, can have
   */
  LineChunks(InputStream in, int size) {
    this.in = in;
    this.size = size;
  }

  /** Whole lines, each with a line feed behind it. Each thread has one, and uses it again. */
  static final class Chunk {
    final byte[] bytes;
    int end;

    /** Index of the chunk, which is the number of chunks before it. */
    int number;

    private Chunk(int size) {
      bytes = new byte[size];
    }
  }

  /** A chunk to fill. */
  Chunk chunk() {
    // A last line may lack its line feed, and the bytes are looked at in words.
    return new Chunk(size + 1 + Long.BYTES);
  }

  /**
   * Fills the chunk with what comes next.
   *
   * @return false at the end, where a line is too long, and where the stream fails
   */
  synchronized boolean next(Chunk chunk) {
    if (ended || failure != null) {
      return false;
    }
    int length = fill(chunk.bytes);
    int end = length;
    if (ended && length > 0 && chunk.bytes[length - 1] != '\n') {
      chunk.bytes[end++] = '\n';
    } else {
      while (end > 0 && chunk.bytes[end - 1] != '\n') {
        end--;
      }
      rest = Arrays.copyOfRange(chunk.bytes, end, length);
    }
    if (end == 0) {
      tooLong = !ended && failure == null;
      ended = true;
      return false;
    }
    chunk.end = end;
    chunk.number = chunks++;
    return true;
  }

  /** Whether a line did not fit, so that it and those behind it were not given. */
  synchronized boolean tooLong() {
    return tooLong;
  }

  /** Why the stream could not be read to its end; null when nothing stood in the way. */
  synchronized IOException failure() {
    return failure;
  }

  /** Whether nothing stands behind what was given. */
  synchronized boolean ended() {
    return ended;
  }

  private int fill(byte[] bytes) {
    int length = rest.length;
    System.arraycopy(rest, 0, bytes, 0, length);
    try {
      while (length < size && !ended) {
        int n = in.read(bytes, length, size - length);
        length += Math.max(n, 0);
        ended = n < 0;
      }
    } catch (IOException e) {
      failure = e;
    }
    return length;
  }
}
