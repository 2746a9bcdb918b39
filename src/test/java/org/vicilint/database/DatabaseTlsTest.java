package org.vicilint.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Dialer;
import org.vicilint.testkit.Server;

/** A server with a certificate that only its own authority has signed. */
@DisabledIfSystemProperty(
    named = "skip.database",
    matches = "true",
    disabledReason = "-Dskip.database=true: no MariaDB server is started")
@Tag("database")
class DatabaseTlsTest {
  @TempDir private static Path folder;
  private static Server server;

  @BeforeAll
  static void aServerWithTls() throws IOException, InterruptedException {
    openssl("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=ca -keyout ca.key -out ca.pem");
    openssl("req -newkey rsa:2048 -nodes -subj /CN=dialer -keyout server.key -out server.csr");
    Files.writeString(folder.resolve("names"), "subjectAltName=IP:127.0.0.1\n");
    openssl(
        "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2"
            + " -extfile names -out server.pem");
    openssl("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=no -keyout no.key -out no.pem");
    server =
        Server.start(
            "--ssl-ca=" + folder.resolve("ca.pem"),
            "--ssl-cert=" + folder.resolve("server.pem"),
            "--ssl-key=" + folder.resolve("server.key"));
    Dialer.create(server, "asterisk");
    server.run(
        "asterisk",
        "CREATE USER vicilint@'127.0.0.1' IDENTIFIED BY 'secret of tls' REQUIRE SSL",
        "GRANT SELECT ON asterisk.* TO vicilint@'127.0.0.1'");
    Files.setPosixFilePermissions(
        Files.writeString(folder.resolve("pw"), "secret of tls\n"),
        PosixFilePermissions.fromString("rw-------"));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void itsAuthorityIsTrustedWhenGiven() {
    assertThat(run("verify", "ca.pem").status()).isEqualTo(1);
  }

  @Test
  void itIsNotTrustedOtherwise() {
    for (String authority : new String[] {"", "no.pem"}) {
      Cli run = run("verify", authority);
      assertThat(run.status()).as(run.all()).isEqualTo(3);
      assertThat(run.err())
          .contains("the certificate of the server cannot be trusted", "--database-ca")
          .doesNotContain("Exception");
    }
  }

  @Test
  void theNameMustBeItsOwn() {
    Cli run =
        Cli.run(
            "lint",
            "--database",
            "localhost:" + server.port() + "/asterisk",
            "--database-tls",
            "verify",
            "--database-ca",
            folder.resolve("ca.pem").toString(),
            "--database-password-file",
            folder.resolve("pw").toString());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("the certificate of the server bears another name than localhost");
  }

  @Test
  void itCanBeEncryptedWithoutTrust() {
    assertThat(run("trust", "").status()).isEqualTo(1);
    Cli off = run("off", "");
    assertThat(off.status()).isEqualTo(3);
    assertThat(off.err()).contains("does not let vicilint in");
  }

  private static Cli run(String mode, String authority) {
    String[] base = {
      "lint",
      "--database",
      server.address("asterisk"),
      "--database-tls",
      mode,
      "--database-password-file",
      folder.resolve("pw").toString(),
      "--database-ca",
      folder.resolve(authority).toString()
    };
    int n = authority.isEmpty() ? base.length - 2 : base.length;
    return Cli.run(Arrays.copyOf(base, n));
  }

  private static void openssl(String arguments) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(("openssl " + arguments).split(" "))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("openssl.log").toFile())
            .start();
    assertThat(process.waitFor())
        .as(() -> "openssl, which database.sh installs: " + arguments)
        .isZero();
  }
}
