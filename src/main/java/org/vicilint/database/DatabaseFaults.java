package org.vicilint.database;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.vicilint.input.table.Table;

/**
 * Puts what the driver throws into words. Its own texts are left out: they hold statements, and
 * what a hostile server sends.
 */
final class DatabaseFaults {
  // The server's numbers, the same in MariaDB and MySQL.
  private static final int TOO_MANY_CONNECTIONS = 1040;
  private static final int DATABASE_DENIED = 1044;
  private static final int ACCESS_DENIED = 1045;
  private static final int NO_DATABASE = 1049;
  private static final int NO_COLUMN = 1054;
  private static final int SYNTAX = 1064;
  private static final int NO_TABLE_OF_ITS_OWN = 1109; // of information_schema and the like
  private static final int HOST_BLOCKED = 1129;
  private static final int HOST_NOT_ALLOWED = 1130;
  private static final int TABLE_DENIED = 1142;
  private static final int COLUMN_DENIED = 1143;
  private static final int NO_TABLE = 1146;
  private static final int TOO_MANY_OF_USER = 1203;
  private static final int LIMIT_OF_USER = 1226;
  private static final int PASSWORD_EXPIRED = 1820;

  private final Database database;

  DatabaseFaults(Database database) {
    this.database = database;
  }

  /** Returns the fault of a failed connection, before the first table. */
  DatabaseFault connecting(SQLException e) {
    String server = database.address().server();
    return switch (e.getErrorCode()) {
      case ACCESS_DENIED ->
          gone(
              "the server does not let "
                  + database.user()
                  + " in: access denied"
                  + (database.password().isEmpty() ? " (without a password)" : ""),
              "check the user, the password, and that the user may come from this machine's address");
      case DATABASE_DENIED ->
          gone(
              "%s may not use the database %s".formatted(database.user(), name()),
              "GRANT SELECT on VICIdial's tables, see docs/guide/database.md");
      case NO_DATABASE ->
          gone(
              "the server has no database " + name(),
              "write it behind the host: %s/NAME; VICIdial's is mostly called asterisk"
                  .formatted(server));
      case TOO_MANY_CONNECTIONS, TOO_MANY_OF_USER, LIMIT_OF_USER ->
          gone("the server has too many connections", "try again later, or read from a replica");
      case HOST_BLOCKED, HOST_NOT_ALLOWED ->
          gone(
              "the server takes no connections from this machine",
              "CREATE USER ...@'this machine', or run vicilint on the server");
      case PASSWORD_EXPIRED ->
          gone("the password of " + database.user() + " has expired", "set a new one");
      case SYNTAX ->
          gone(
              "the server has no read-only transactions: it is older than MariaDB 10.0 or MySQL 5.6",
              "give exports instead, made with mysql -B");
      default -> network(e);
    };
  }

  /** Returns the fault of a failed read of a table. */
  DatabaseFault reading(SQLException e, Table table) {
    return switch (e.getErrorCode()) {
      case NO_COLUMN -> missing("a column of " + table.name() + " is not there");
      case NO_TABLE, NO_TABLE_OF_ITS_OWN -> missing("there is no table " + table.name());
      case TABLE_DENIED, COLUMN_DENIED ->
          new DatabaseFault(
              database.user() + " may not read " + table.name(),
              "GRANT SELECT on it, see docs/guide/database.md",
              DatabaseFault.Kind.DENIED);
      default ->
          caused(e, SocketTimeoutException.class).isPresent()
              ? gone(
                  "the server did not answer within " + seconds(),
                  "wait longer with --database-timeout")
              : e.getSQLState() != null && e.getSQLState().startsWith("08")
                  ? gone(
                      "the server went away in the middle of this table: it was not read to its end",
                      "see the server's log, and try again")
                  : new DatabaseFault(
                      "the server refused to give this table (error %d)"
                          .formatted(e.getErrorCode()),
                      "see what the number means in MariaDB's list of errors",
                      DatabaseFault.Kind.OTHER);
    };
  }

  private DatabaseFault network(SQLException e) {
    String server = database.address().server();
    if (caused(e, UnknownHostException.class).isPresent()) {
      return gone(
          "there is no host " + database.address().host(), "check the name, or give its address");
    }
    if (caused(e, SocketTimeoutException.class).isPresent()) {
      return gone(
          "%s did not answer within %s".formatted(server, seconds()),
          "check the address and the firewall, or wait longer with --database-timeout");
    }
    if (caused(e, SSLException.class).isPresent()
        || caused(e, CertificateException.class).isPresent()) {
      return untrusted();
    }
    if (caused(e, ConnectException.class).isPresent()
        || caused(e, NoRouteToHostException.class).isPresent()) {
      return gone(
          server + " refused the connection",
          "check the port, that the server runs, and that it listens on that address");
    }
    String text = String.valueOf(e.getMessage());
    if (text.contains("does not support ssl") || text.contains("ssl not enabled")) {
      return gone(
          "the server has no TLS",
          "on a network that you trust: --database-tls off (what is read, passwords among it, "
              + "travels readable); else through an SSH tunnel");
    }
    if (text.contains("Self signed certificates")) {
      return untrusted();
    }
    if (text.contains("hostname verification failed")) {
      return gone(
          "the certificate of the server bears another name than " + database.address().host(),
          "write the name that it bears, or encrypt without knowing with whom: --database-tls trust");
    }
    if (text.contains("restrictedAuth") || text.contains("authentication plugin")) {
      return gone(
          "the server wants a kind of login that shows it the password, or that is not known",
          "make the user with mysql_native_password or ed25519");
    }
    return gone(
        "no connection to " + server + " (error %d)".formatted(e.getErrorCode()),
        "check that it is a MariaDB or MySQL server");
  }

  private static DatabaseFault untrusted() {
    return gone(
        "the certificate of the server cannot be trusted",
        "give the one that it is signed with: --database-ca FILE; "
            + "or encrypt without knowing with whom: --database-tls trust");
  }

  private String name() {
    return database.address().name();
  }

  private String seconds() {
    return database.timeout() + (database.timeout() == 1 ? " second" : " seconds");
  }

  private static DatabaseFault gone(String reason, String hint) {
    return new DatabaseFault(reason, hint, DatabaseFault.Kind.GONE);
  }

  private static DatabaseFault missing(String reason) {
    return new DatabaseFault(
        reason,
        "is this VICIdial's database? write its name behind the host",
        DatabaseFault.Kind.MISSING);
  }

  private static <T extends Throwable> Optional<T> caused(Throwable e, Class<T> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }
}
