package org.vicilint.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Dialer;
import org.vicilint.testkit.Proxy;
import org.vicilint.testkit.Server;

/** Whatever a database does, the run says what happened, and is never clean. */
@DisabledIfSystemProperty(
    named = "skip.database",
    matches = "true",
    disabledReason = "-Dskip.database=true: no MariaDB server is started")
@Tag("database")
class DatabaseFaultsTest {
  private static final String PASSWORD = "pw of vicilint";

  @TempDir private Path folder;
  private Server server;

  @BeforeEach
  void aDialer() throws IOException {
    server = Server.shared();
    Dialer.create(server, "faulty");
    server.run(
        "faulty",
        "CREATE OR REPLACE USER reader@'127.0.0.1' IDENTIFIED BY '" + PASSWORD + "'",
        "GRANT SELECT ON faulty.* TO reader@'127.0.0.1'");
    password(PASSWORD);
  }

  @Test
  void noHost() {
    assertThat(fails("nosuch.invalid/faulty", "--database-tls", "off"))
        .contains("there is no host nosuch.invalid");
  }

  @Test
  void nobodyListens() throws IOException {
    assertThat(fails("127.0.0.1:" + Server.freePort())).contains("refused the connection");
  }

  @Test
  void nobodyAnswers() throws IOException {
    try (Proxy silent = new Proxy(0, 0, () -> {})) {
      assertThat(fails("127.0.0.1:" + silent.port(), "--database-timeout", "1"))
          .contains("did not answer within 1 second");
    }
  }

  @Test
  void aWrongPassword() throws IOException {
    password("not the password");
    assertThat(fails(server.address("faulty")))
        .contains("does not let reader in: access denied")
        .doesNotContain("not the password");
    // What was not read beside the accounts is noise where there is no account.
    assertThat(run(server.address("faulty")).out())
        .contains("Incomplete")
        .doesNotContain("no user groups were given", "no log of the API");
  }

  @Test
  void noSuchDatabase() {
    server.run("mysql", "GRANT SELECT ON *.* TO reader@'127.0.0.1'");
    assertThat(fails(server.address("nosuch"))).contains("the server has no database nosuch");
  }

  @Test
  void aDatabaseThatTheUserMayNotUse() {
    assertThat(fails(server.address("mysql"))).contains("reader may not use the database mysql");
  }

  @Test
  void noVicidial() {
    server.run("mysql", "CREATE OR REPLACE DATABASE other", "CREATE TABLE other.t (a int)");
    server.run("mysql", "GRANT SELECT ON other.* TO reader@'127.0.0.1'");
    assertThat(fails(server.address("other")))
        .contains("there is no table vicidial_users", "is this VICIdial's database?");
  }

  @Test
  void aDatabaseOfTheServerItself() {
    assertThat(fails(server.address("information_schema")))
        .contains("there is no table vicidial_users", "is this VICIdial's database?");
  }

  @Test
  void noGrantOnTheAccounts() {
    server.run(
        "faulty",
        "REVOKE ALL, GRANT OPTION FROM reader@'127.0.0.1'",
        "GRANT SELECT ON faulty.phones TO reader@'127.0.0.1'");
    assertThat(fails(server.address("faulty")))
        .contains("reader may not read vicidial_users", "GRANT SELECT");
  }

  @Test
  void tooManyConnections() throws SQLException {
    server.run("mysql", "GRANT USAGE ON *.* TO reader@'127.0.0.1' WITH MAX_USER_CONNECTIONS 1");
    try (Connection other =
        DriverManager.getConnection(
            "jdbc:mariadb://" + server.address("faulty"), "reader", PASSWORD)) {
      assertThat(other.isValid(1)).isTrue();
      assertThat(fails(server.address("faulty"))).contains("too many connections");
    }
  }

  @Test
  void theServerHasNoTls() {
    assertThat(fails(server.address("faulty"), "--database-tls", "verify"))
        .contains("the server has no TLS", "--database-tls off");
  }

  @Test
  void aValueThatCannotBe() {
    server.run(
        "faulty",
        "ALTER TABLE vicidial_users MODIFY user_level varchar(20)",
        "UPDATE vicidial_users SET user_level = 'nine' WHERE user = '6666'");
    Cli run = run(server.address("faulty"));
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("vicidial_users", "user_level is not a whole number");
    assertThat(run.out()).contains("crm_api");
  }

  @Test
  void theServerGoesAwayInTheMiddleOfATable() throws IOException {
    Server own = Server.start();
    try {
      Dialer.create(own, "faulty");
      own.run(
          "faulty",
          "CREATE TABLE seq AS WITH RECURSIVE n (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM n WHERE seq < 900) SELECT seq FROM n");
      String columns =
          "pass, full_name, user_level, user_group, active, api_allowed_functions,"
              + " vdc_agent_api_access";
      own.run(
          "faulty",
          "INSERT INTO vicidial_users (user_id, user, %s) SELECT 1000 * four.k + seq, CONCAT('u', four.k, '_', seq), %s FROM seq, (SELECT 1 AS k UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) AS four JOIN vicidial_users u WHERE u.user = 'crm_api'"
              .formatted(columns, columns),
          "CREATE USER reader@'127.0.0.1' IDENTIFIED BY '" + PASSWORD + "'",
          "GRANT SELECT ON faulty.* TO reader@'127.0.0.1'");
      try (Proxy proxy = new Proxy(own.port(), 500_000, own::kill)) {
        Cli run = run("127.0.0.1:" + proxy.port() + "/faulty", "--only", "shared-password");
        assertThat(run.status()).as(run.err()).isEqualTo(3);
        assertThat(run.err())
            .contains("the server went away in the middle of this table")
            .doesNotContain("Exception", "org.mariadb");
        assertThat(run.out())
            .contains("shared-password", "Incomplete", "no user groups were given");
      }
    } finally {
      own.close();
    }
  }

  @Test
  void nothingCanBeWrittenEvenByWhoMay() {
    server.run("mysql", "GRANT ALL ON faulty.* TO reader@'127.0.0.1'");
    assertThat(run(server.address("faulty")).status()).isEqualTo(1);
    String log = server.generalLog();
    String last = log.substring(log.lastIndexOf("Connect\treader@"));
    assertThat(last)
        .contains("SET SESSION TRANSACTION READ ONLY", "READ ONLY\n", "ROLLBACK")
        .doesNotContainPattern("Query\\t(?i:insert|update|delete|create|drop|alter|call|load)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--database 'a b' | this is no address of a database",
        "--database h:99999/x | a port is a number",
        "--database u:pw-in-url@h/x | takes no user and password before the host",
        "--database h1,h2/x | takes one host",
        "--database jdbc:mysql://h/x | begins with jdbc:mariadb://",
        "--database jdbc:mariadb:replication://h/x | only addresses of one server",
        "--database h/x?allowLocalInfile=true | does not take the option allowLocalInfile",
        "--database h/x?credentialType=ENV | does not take the option credentialType",
        "--database h/x?usr=me | did you mean user?",
        "--database h/x --database-tls maybe | --database-tls does not know 'maybe'",
        "--database h/x --database-timeout 0 | takes seconds, 1 to 3600",
        "--database h/x --database-ca nosuch.pem | cannot read nosuch.pem",
        "--database localhost/x --database-ca pom.xml | --database-ca needs TLS",
        "--database h/x --database-password-file nosuch | cannot read nosuch",
        "--database h/x | no password for the database: set VICILINT_DATABASE_PASSWORD"
      })
  void wrongOptionsAreToldBeforeAnythingIsSent(String options, String message) {
    List<String> all = new ArrayList<>(List.of("lint"));
    all.addAll(List.of(options.replace("'a b'", "a:b:c").split(" ")));
    Cli run = Cli.run(all.toArray(String[]::new));
    assertThat(run.status()).as(run.all()).isEqualTo(2);
    assertThat(run.err()).contains(message).doesNotContain("pw-in-url");
  }

  /** What a run says that cannot read the accounts. */
  private String fails(String address, String... more) {
    Cli run = run(address, more);
    assertThat(run.status()).as(run.all()).isEqualTo(3);
    assertThat(run.err())
        .startsWith("database ")
        .doesNotContain("Exception", "org.mariadb", "\tat ", PASSWORD);
    return run.err();
  }

  private Cli run(String address, String... more) {
    List<String> all = new ArrayList<>(List.of("lint", "--database", address));
    all.addAll(List.of("--database-user", "reader"));
    all.addAll(List.of("--database-password-file", folder.resolve("pw").toString()));
    all.addAll(List.of(more));
    return Cli.run(all.toArray(String[]::new));
  }

  private void password(String password) throws IOException {
    Files.setPosixFilePermissions(
        Files.writeString(folder.resolve("pw"), password + "\n"),
        PosixFilePermissions.fromString("rw-------"));
  }
}
