package org.vicilint.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A MariaDB server of the tests' own, with an empty data folder, on a free port of this machine
 * only. The programs are the machine's: {@code src/test/setup/database.sh} installs them where they
 * are missing, and a test that finds none fails and says so.
 */
public final class Server implements AutoCloseable {
  private static final List<Path> SERVERS =
      List.of(
          Path.of("/usr/sbin/mariadbd"),
          Path.of("/usr/libexec/mariadbd"),
          Path.of("/usr/local/sbin/mariadbd"));
  private static final int SECONDS_TO_START = 60;

  private static Server shared;

  private final Path folder;
  private final int port;
  private final Process process;

  private Server(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** The one that most tests share; it is stopped when the tests end. */
  public static synchronized Server shared() {
    if (shared == null) {
      shared = start();
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  /**
   * Starts another one.
   *
   * @param options more options of mariadbd
   */
  public static Server start(String... options) {
    try {
      Path folder = Files.createTempDirectory("vicilint-db");
      Path data = folder.resolve("data");
      run(
          folder,
          "mariadb-install-db",
          "--no-defaults",
          "--user=" + System.getProperty("user.name"),
          "--datadir=" + data,
          "--auth-root-authentication-method=normal",
          "--skip-test-db",
          "--skip-name-resolve");
      int port = freePort();
      List<String> command =
          new ArrayList<>(
              List.of(
                  program().toString(),
                  "--no-defaults",
                  "--user=" + System.getProperty("user.name"),
                  "--datadir=" + data,
                  "--socket=" + folder.resolve("s"),
                  "--pid-file=" + folder.resolve("pid"),
                  "--bind-address=127.0.0.1",
                  "--port=" + port,
                  "--innodb-buffer-pool-size=8M",
                  "--innodb-flush-log-at-trx-commit=0",
                  "--skip-name-resolve",
                  "--general-log=1",
                  "--general-log-file=" + folder.resolve("general.log")));
      command.addAll(List.of(options));
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("server.log").toFile())
              .start();
      Server server = new Server(folder, port, process);
      server.await();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path program() {
    return SERVERS.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "mariadbd is missing at %s; install it with: sh src/test/setup/database.sh"
                        .formatted(SERVERS)));
  }

  private static void run(Path folder, String... command) throws IOException {
    program(); // says what is missing, and how to get it
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("install.log").toFile())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new AssertionError(Files.readString(folder.resolve("install.log")));
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** A port that nobody listens on, at least just now. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void await() throws IOException {
    for (int tries = 0; tries < SECONDS_TO_START * 10; tries++) {
      if (!process.isAlive()) {
        break;
      }
      try {
        root("mysql").close();
        return;
      } catch (SQLException e) {
        pause();
      }
    }
    String log = Files.readString(folder.resolve("server.log"));
    close();
    throw new AssertionError("mariadbd did not start: " + log);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A connection that may do everything. */
  public Connection root(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mariadb://127.0.0.1:%d/%s?user=root&sslMode=disable".formatted(port, database));
  }

  /** Does everything that these statements say, in a database. */
  public void run(String database, String... statements) {
    try (Connection root = root(database);
        Statement statement = root.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** The address of a database on it, as {@code --database} takes it. */
  public String address(String database) {
    return "127.0.0.1:" + port + "/" + database;
  }

  public int port() {
    return port;
  }

  /** A folder that goes when the server does. */
  public Path folder() {
    return folder;
  }

  /** All that clients have sent so far, one line each beginning with the number of the session. */
  public String generalLog() {
    try {
      return Files.readString(folder.resolve("general.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a crash does: nobody is told. */
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
