package org.vicilint.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vicilint.access.Vectors;
import org.vicilint.cli.Cli;

/** A live database gives what exports of its tables give. */
class DatabaseTest {
  private static Server server;
  private static Path password;

  @BeforeAll
  static void aDialer() throws IOException {
    server = Server.shared();
    Dialer.create(server, "asterisk");
    server.run(
        "asterisk",
        "CREATE OR REPLACE USER vicilint@'127.0.0.1' IDENTIFIED BY 'pw of vicilint'",
        "GRANT SELECT ON asterisk.* TO vicilint@'127.0.0.1'");
    password = Files.writeString(server.folder().resolve("pw"), "pw of vicilint\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void theFindingsAreThoseOfExports() {
    JsonNode live = Vectors.parse(run("lint", "--format", "json").out());
    JsonNode exported =
        Vectors.parse(Cli.run("lint", Dialer.USERS, Dialer.GROUPS, "--format", "json").out());
    assertThat(fingerprints(live)).isEqualTo(fingerprints(exported));
    assertThat(live.get("problems")).isEmpty();
  }

  private static Cli run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--database",
            server.address("asterisk"),
            "--database-password-file",
            password.toString()));
    return Cli.run(all.toArray(String[]::new));
  }

  private static Set<String> fingerprints(JsonNode lint) {
    Set<String> all = new TreeSet<>();
    for (JsonNode finding : lint.get("findings")) {
      all.add(finding.get("user").asText() + " " + finding.get("fingerprint").asText());
    }
    assertThat(all).isNotEmpty().hasSize(lint.get("findings").size());
    return all;
  }
}
