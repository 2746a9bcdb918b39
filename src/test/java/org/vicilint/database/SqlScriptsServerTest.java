package org.vicilint.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Dialer;
import org.vicilint.testkit.RandomScripts;
import org.vicilint.testkit.Server;

/**
 * A script and an export of what a server holds after it give the same findings. Where a statement
 * cannot be played, the accounts that are still read are those of the server. A script with a
 * statement that the server refuses is never read as whole.
 */
@DisabledIfSystemProperty(
    named = "skip.database",
    matches = "true",
    disabledReason = "-Dskip.database=true: no MariaDB server is started")
@Tag("database")
class SqlScriptsServerTest {
  private static final int SCRIPTS = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void aScriptFindsWhatAnExportOfTheServerFinds() throws IOException, SQLException {
    Server server = Server.shared();
    Dialer.create(server, "scripts");
    String create = prepare(server);
    int whole = 0;
    int refusals = 0;
    RandomScripts scripts = new RandomScripts(20261201);
    for (int i = 0; i < SCRIPTS; i++) {
      List<String> script = new ArrayList<>(scripts.next());
      String rows = null;
      while (rows == null) {
        Path sql = write(create, script);
        int refused = refused(server, create, script);
        if (refused < 0) {
          rows = rows(server);
        } else {
          assertThat(matrix(sql).status()).as(script.toString()).isEqualTo(3);
          script.remove(refused);
          refusals++;
        }
      }
      Path sql = write(create, script);
      Path export = Files.writeString(folder.resolve("rows.json"), rows);
      Cli played = matrix(sql);
      Cli exported = matrix(export);
      if (!played.err().contains("is not played: ")) {
        assertThat(played.status()).as(script + played.err()).isEqualTo(exported.status());
        assertThat(played.out()).as(script.toString()).isEqualTo(exported.out());
        assertThat(findings(sql)).as(script.toString()).isEqualTo(findings(export));
        whole++;
      } else {
        assertThat(played.status()).as(script + played.err()).isEqualTo(3);
        assertThat(lines(exported)).as(script.toString()).containsAll(lines(played));
      }
    }
    assertThat(whole).isGreaterThan(SCRIPTS * 3 / 4);
    assertThat(refusals).isGreaterThan(3);
  }

  /** Gives the table the keys that a dialer has; returns the statement that makes it. */
  private static String prepare(Server server) throws SQLException {
    server.run("scripts", "SET GLOBAL sql_mode=''", "CREATE TABLE elsewhere (user varchar(20))");
    try (Connection root = server.root("scripts");
        Statement statement = root.createStatement()) {
      statement.execute("TRUNCATE vicidial_users");
      statement.execute(
          "ALTER TABLE vicidial_users MODIFY user_id int(9) unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, ADD UNIQUE KEY user (user)");
      try (ResultSet result = statement.executeQuery("SHOW CREATE TABLE vicidial_users")) {
        result.next();
        return result.getString(2) + ";\n";
      }
    }
  }

  private Path write(String create, List<String> script) throws IOException {
    String text = create + String.join(";\n", script) + ";\n";
    return Files.writeString(folder.resolve("script.sql"), text);
  }

  private static Cli matrix(Path file) {
    return Cli.run("matrix", file.toString(), "--format", "jsonl");
  }

  /** Runs a script; returns the index of the statement that the server refuses, else -1. */
  private static int refused(Server server, String create, List<String> script)
      throws SQLException {
    try (Connection root = server.root("scripts");
        Statement statement = root.createStatement()) {
      // The driver has switched the strict mode on, which VICIdial switches off.
      statement.execute("SET sql_mode=''");
      statement.execute("DROP TABLE vicidial_users");
      statement.execute(create);
      for (int i = 0; i < script.size(); i++) {
        try {
          statement.execute(script.get(i));
        } catch (SQLException e) {
          return i;
        }
      }
      return -1;
    }
  }

  /** What the table holds. */
  private static String rows(Server server) throws SQLException {
    try (Connection root = server.root("scripts");
        Statement statement = root.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM vicidial_users")) {
      ArrayNode rows = JSON.createArrayNode();
      while (result.next()) {
        ObjectNode row = rows.addObject();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.put(result.getMetaData().getColumnName(i), result.getString(i));
        }
      }
      return rows.toString();
    }
  }

  private static List<String> lines(Cli run) {
    return run.out().lines().filter(line -> !line.isBlank()).toList();
  }

  /** The findings of a file, without the places. */
  private static List<String> findings(Path file) throws IOException {
    List<String> findings = new ArrayList<>();
    Cli lint = Cli.run("lint", file.toString(), "--format", "json");
    for (JsonNode finding : JSON.readTree(lint.out()).get("findings")) {
      StringBuilder text = new StringBuilder();
      for (String field : List.of("rule", "user", "severity", "confidence", "message", "changes")) {
        text.append(finding.get(field)).append(' ');
      }
      findings.add(text.toString());
    }
    return List.copyOf(new TreeSet<>(findings));
  }
}
