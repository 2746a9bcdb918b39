package org.vicilint.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A database like a dialer's: VICIdial's tables, with the shared estate in them. */
public final class Dialer {
  public static final String EXPORTS = "src/test/resources/exports/";
  public static final String USERS = EXPORTS + "vicidial_users.tsv";
  public static final String GROUPS = EXPORTS + "vicidial_user_groups.tsv";

  private static final Map<String, String> OTHERS =
      Map.of(
          "phones", "extension varchar(100), login varchar(15), pass varchar(100)",
          "phones_alias", "alias_id varchar(20), logins_list varchar(255)",
          "system_settings",
              "version varchar(50), use_non_latin enum('0','1') default '0',"
                  + " vdc_agent_api_active enum('0','1') default '0',"
                  + " allow_ip_lists enum('0','1','2') default '0',"
                  + " pass_hash_enabled enum('0','1') default '0'");

  private Dialer() {}

  /** Makes one under this name, anew. */
  public static void create(Server server, String name) {
    server.run("mysql", "DROP DATABASE IF EXISTS " + name, "CREATE DATABASE " + name);
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (String line : lines(Path.of("src/main/resources/catalog/columns.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (!cells[0].equals("table_name")) {
        tables.computeIfAbsent(cells[0], t -> new ArrayList<>()).add(column(cells));
      }
    }
    tables.forEach((table, columns) -> server.run(name, create(table, String.join(", ", columns))));
    OTHERS.forEach((table, columns) -> server.run(name, create(table, columns)));
    server.run(name, "INSERT INTO system_settings VALUES ('2.14b0.5', '0', '1', '0', '0')");
    try (Connection root = server.root(name)) {
      for (JsonNode record :
          new ObjectMapper().readTree(Path.of(EXPORTS, "vicidial_users.json").toFile())) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : record.properties()) {
          JsonNode value = field.getValue();
          values.put(field.getKey(), value.isNull() ? null : value.asText());
        }
        insert(root, "vicidial_users", values);
      }
      List<String> lines = lines(Path.of(GROUPS));
      List<String> names = Arrays.asList(lines.get(0).split("\t", -1));
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t", -1);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
          values.put(names.get(i), cells[i].equals("NULL") ? null : cells[i]);
        }
        insert(root, "vicidial_user_groups", values);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private static String create(String table, String columns) {
    return "CREATE TABLE " + table + " (" + columns + ") ENGINE=MyISAM";
  }

  private static String column(String[] cells) {
    String nullable = cells[4].equals("YES") ? " NULL" : " NOT NULL";
    boolean text = cells[2].endsWith("text");
    String otherwise =
        (cells[3].equals("NULL") && !cells[4].equals("YES")) || text ? "" : " DEFAULT " + cells[3];
    return "`" + cells[1] + "` " + cells[2] + nullable + otherwise;
  }

  private static void insert(Connection root, String table, Map<String, String> values)
      throws SQLException {
    String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
    String names = "`" + String.join("`, `", values.keySet()) + "`";
    try (PreparedStatement statement =
        root.prepareStatement("INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")")) {
      int i = 1;
      for (String value : values.values()) {
        statement.setString(i++, value);
      }
      statement.execute();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
