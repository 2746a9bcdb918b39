package org.vicilint.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.testkit.Cli;

/** A server that sends a byte now and then ends a run within its time. */
@Tag("database")
@Timeout(60)
class SlowServerTest {
  /** What a MariaDB says first, without TLS. */
  private static final byte[] GREETING =
      HexFormat.of()
          .parseHex(
              "0a"
                  + HexFormat.of()
                      .formatHex("5.5.5-10.11.6-MariaDB\0".getBytes(StandardCharsets.US_ASCII))
                  + "01000000"
                  + "6161616161616161"
                  + "00"
                  + "fff7"
                  + "21"
                  + "0200"
                  + "ff00"
                  + "15"
                  + "00".repeat(10)
                  + "62".repeat(12)
                  + "00"
                  + HexFormat.of()
                      .formatHex("mysql_native_password\0".getBytes(StandardCharsets.US_ASCII)));

  @TempDir private Path folder;

  /** Talks to the one client that comes. */
  private interface Talk {
    void with(Socket client) throws IOException, InterruptedException;
  }

  private Cli lint(Talk talk) throws IOException {
    Path password = Files.writeString(folder.resolve("pw"), "x\n");
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread thread =
          new Thread(
              () -> {
                try (Socket client = server.accept()) {
                  talk.with(client);
                } catch (IOException | InterruptedException e) {
                  // the client has gone
                }
              });
      thread.setDaemon(true);
      thread.start();
      return Cli.run(
          "lint",
          "--database",
          "127.0.0.1:" + server.getLocalPort() + "/x",
          "--database-password-file",
          password.toString(),
          "--database-timeout",
          "1");
    }
  }

  private static void drip(OutputStream out) throws IOException, InterruptedException {
    while (true) {
      out.write(0);
      out.flush();
      Thread.sleep(100);
    }
  }

  @Test
  void inTheMiddleOfAnAnswer() throws IOException {
    Cli run =
        lint(
            client -> {
              OutputStream out = client.getOutputStream();
              out.write(new byte[] {(byte) GREETING.length, 0, 0, 0});
              out.write(GREETING);
              client.getInputStream().read(new byte[1 << 16]);
              out.write(new byte[] {7, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0});
              client.getInputStream().read(new byte[1 << 16]);
              out.write(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, 1});
              drip(out);
            });
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("did not answer within 1 second");
  }

  @Test
  void inTheMiddleOfItsGreeting() throws IOException {
    Cli run =
        lint(
            client -> {
              client.getOutputStream().write(new byte[] {100, 0, 0, 0, 10});
              drip(client.getOutputStream());
            });
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("problem: ");
  }

  @Test
  void aLongAnswerHasMoreTime() throws Exception {
    AnswerClock clock = new AnswerClock(1);
    clock.received(10 << 20);
    Thread.sleep(1100);
    assertThat(clock.left()).isPositive();
    clock.begin();
    Thread.sleep(1100);
    assertThatThrownBy(clock::left).isInstanceOf(SocketTimeoutException.class);
  }
}
