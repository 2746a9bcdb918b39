package org.vicilint.input;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Cuts a stream behind line feeds into chunks, which several threads may take in turn. */
final class LineChunks {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
  private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;

  private final InputStream in;
  private final int size;
  private byte[] rest = {};
  private int chunks;
  private int lines;

  /** Of how many chunks the lines are counted. */
  private int numbered;

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

    /** How many chunks stand before this one. */
    int number;

    /** How many lines stand before this one. */
    int linesBefore;

    /** How many lines it has. */
    int lines;

    private Chunk(int size) {
      bytes = new byte[size];
    }
  }

  /** A chunk to fill. */
  Chunk chunk() {
    return new Chunk(size + 1); // a last line may lack its line feed
  }

  /**
   * Fills the chunk with what comes next.
   *
   * @return false at the end, where a line is too long, and where the stream fails
   */
  boolean next(Chunk chunk) {
    if (!take(chunk)) {
      return false;
    }
    // Meanwhile other threads may read on.
    chunk.lines = lineFeeds(chunk.bytes, chunk.end);
    number(chunk);
    return true;
  }

  /** Waits until the lines of all chunks before this one are counted. */
  private synchronized void number(Chunk chunk) {
    boolean interrupted = false;
    while (numbered < chunk.number) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // the others wait for this one
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    chunk.linesBefore = lines;
    lines += chunk.lines;
    numbered++;
    notifyAll();
  }

  private synchronized boolean take(Chunk chunk) {
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

  private static int lineFeeds(byte[] bytes, int end) {
    int count = 0;
    int i = 0;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      long word = (long) EIGHT.get(bytes, i) ^ LINE_FEEDS;
      // The highest bit of each byte that is not zero now, and so was no line feed.
      count += Long.BYTES - Long.bitCount((((word & LOW_BITS) + LOW_BITS) | word) & ~LOW_BITS);
    }
    for (; i < end; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }
}
