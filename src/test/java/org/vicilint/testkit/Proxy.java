package org.vicilint.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/** Stands between a client and a server, and cuts the line after so many bytes of the server's. */
public final class Proxy implements AutoCloseable {
  private final ServerSocket socket;

  /**
   * @param to the server's port; below 1 for one that never says a word
   * @param most how many bytes the client is given
   * @param then what is done before the line is cut
   */
  public Proxy(int to, long most, Runnable then) throws IOException {
    socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    CompletableFuture.runAsync(() -> serve(to, most, then));
  }

  public int port() {
    return socket.getLocalPort();
  }

  private void serve(int to, long most, Runnable then) {
    try (Socket client = socket.accept()) {
      if (to < 1) {
        client.getInputStream().read(); // the client gives up first
        return;
      }
      try (Socket server = new Socket("127.0.0.1", to)) {
        CompletableFuture<Void> up =
            CompletableFuture.runAsync(() -> copy(client, server, Long.MAX_VALUE));
        copy(server, client, most);
        then.run();
        client.shutdownOutput();
        up.join();
      }
    } catch (IOException e) {
      // the client has what it came for
    }
  }

  private static void copy(Socket from, Socket to, long most) {
    byte[] buffer = new byte[4096];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (long left = most; left > 0; ) {
        int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (n < 0) {
          return;
        }
        out.write(buffer, 0, n);
        out.flush();
        left -= n;
      }
    } catch (IOException e) {
      // one of the two has gone
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
