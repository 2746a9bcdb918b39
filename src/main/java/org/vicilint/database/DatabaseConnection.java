package org.vicilint.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/** One session on a live database, which can only read. */
final class DatabaseConnection implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 1_000;
  private static final int MILLISECONDS = 1_000;

  /** Authentication methods that prove a password without sending it readable. */
  private static final String AUTHENTICATION =
      "mysql_native_password,client_ed25519,caching_sha2_password,parsec";

  private final Connection connection;
  private final AnswerClock clock;

  private DatabaseConnection(Connection connection, AnswerClock clock) {
    this.connection = connection;
    this.clock = clock;
  }

  /** Connects, and promises the server to change nothing. */
  static DatabaseConnection open(Database database) throws SQLException {
    System.setProperty("mariadb.logging.disable", "true");
    AnswerClock clock = new AnswerClock(database.timeout());
    DatabaseConnection opened;
    ClockedSockets.use(clock);
    try {
      opened = new DatabaseConnection(connect(database), clock);
    } finally {
      ClockedSockets.use(null);
    }
    try {
      for (String statement : DatabaseQueries.BEGIN) {
        opened.execute(statement);
      }
      return opened;
    } catch (SQLException e) {
      opened.close();
      throw e;
    }
  }

  private static Connection connect(Database database) throws SQLException {
    DatabaseAddress address = database.address();
    String milliseconds = Integer.toString(database.timeout() * MILLISECONDS);
    Properties options = new Properties();
    options.setProperty("user", database.user());
    options.setProperty("password", database.password());
    options.setProperty("sslMode", database.tls().mode());
    if (database.certificate() != null) {
      options.setProperty("serverSslCert", database.certificate());
    }
    options.setProperty("connectTimeout", milliseconds);
    options.setProperty("socketTimeout", milliseconds);
    options.setProperty("socketFactory", ClockedSockets.class.getName());
    options.setProperty("restrictedAuth", AUTHENTICATION);
    options.setProperty("allowLocalInfile", "false"); // else the server may ask for files of ours
    options.setProperty("permitRedirect", "false");
    options.setProperty("tinyInt1isBit", "false");
    options.setProperty("dumpQueriesOnException", "false");
    String host = address.host().contains(":") ? "[" + address.host() + "]" : address.host();
    String url = "jdbc:mariadb://" + host + ":" + address.port() + "/" + address.name();
    return new Driver().connect(url, options);
  }

  /** Sends a statement that answers nothing. */
  void execute(String sql) throws SQLException {
    clock.begin();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Receives the rows of a query; the columns count from 1. */
  interface RowHandler {
    void row(ResultSet row) throws SQLException;
  }

  /** Sends a query and hands over its rows as they come. */
  void query(String sql, RowHandler handler) throws SQLException {
    clock.begin();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          handler.row(rows);
        }
      }
    }
  }

  /** Ends the session. Nothing was changed, so there is nothing to lose when that fails. */
  @Override
  public void close() {
    try {
      execute(DatabaseQueries.END);
      connection.close();
    } catch (SQLException e) {
      // The server has gone; so has the session.
    }
  }
}
