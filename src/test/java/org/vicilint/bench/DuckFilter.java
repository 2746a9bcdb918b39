package org.vicilint.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks DuckDB one question about a table, with two threads. */
final class DuckFilter {
  private DuckFilter() {}

  /** Takes the file. */
  public static void main(String[] args) throws SQLException {
    String file = args[0].replace("'", "''");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 2");
      try (ResultSet result =
          statement.executeQuery(
              "SELECT count(*) FROM read_csv('"
                  + file
                  + "', delim = '\t', header = true, quote = '', escape = '', all_varchar = true)"
                  + " WHERE user_level = '9' AND active = 'Y' AND modify_users = '1'")) {
        result.next();
        System.out.println(result.getLong(1));
      }
    }
  }
}
