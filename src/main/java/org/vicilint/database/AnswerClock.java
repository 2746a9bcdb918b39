package org.vicilint.database;

import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * Time limit for one answer of a server as a whole. A timeout of the socket is for each read, so a
 * server that sends a byte now and then would hold a run for ever. A long answer has more time, as
 * long as it comes at the least rate.
 */
final class AnswerClock {
  /** Throughput of a poor line. */
  private static final long LEAST_BYTES_PER_SECOND = 16 << 10;

  private final long allowed;
  private long begun;
  private long received;

  /**
   * @param seconds what an answer may take
   */
  AnswerClock(int seconds) {
    allowed = TimeUnit.SECONDS.toMillis(seconds);
    begin();
  }

  /** Begins with the next answer. */
  void begin() {
    begun = System.nanoTime();
    received = 0;
  }

  /** Notes that so much of the answer has come. */
  void received(int bytes) {
    received += Math.max(0, bytes);
  }

  /**
   * Returns the milliseconds that the server has for its next bytes; at least 1.
   *
   * @throws SocketTimeoutException when it has none
   */
  int left() throws SocketTimeoutException {
    long more = TimeUnit.SECONDS.toMillis(received) / LEAST_BYTES_PER_SECOND;
    long left = allowed + more - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    if (left <= 0) {
      throw new SocketTimeoutException("the answer takes too long");
    }
    return (int) Math.min(left, allowed);
  }
}
