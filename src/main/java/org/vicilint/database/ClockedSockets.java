package org.vicilint.database;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes sockets that read no longer than their clock allows. Public, for MariaDB's driver makes one
 * by its name.
 */
public final class ClockedSockets extends SocketFactory {
  /** The driver hands nothing over, but it connects in the thread that asks it to. */
  private static final ThreadLocal<AnswerClock> CLOCK = new ThreadLocal<>();

  /** Sockets that this thread makes from now on have this clock; null for none. */
  static void use(AnswerClock clock) {
    if (clock == null) {
      CLOCK.remove();
    } else {
      CLOCK.set(clock);
    }
  }

  @Override
  public Socket createSocket() {
    return new Clocked(CLOCK.get());
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  /** TLS reads through it, too. */
  private static final class Clocked extends Socket {
    private final AnswerClock clock;

    Clocked(AnswerClock clock) {
      this.clock = clock;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          setSoTimeout(clock.left());
          int read = super.read();
          clock.received(1);
          return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
          setSoTimeout(clock.left());
          int read = super.read(bytes, from, length);
          clock.received(read);
          return read;
        }
      };
    }
  }
}
