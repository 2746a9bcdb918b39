package org.vicilint.database;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.Table;
import org.vicilint.log.LogReading;

/**
 * The statements that a live database is sent. Nothing of an account, of a file or of the command
 * line gets into them, but the names of tables and columns of ours.
 */
public final class DatabaseQueries {
  /** Statements that begin a read-only session: it changes nothing, whatever else goes wrong. */
  static final List<String> BEGIN =
      List.of(
          "SET SESSION TRANSACTION READ ONLY",
          "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");

  static final String END = "ROLLBACK";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private DatabaseQueries() {}

  /**
   * All statements, in order, as a database with every column that is known gets them.
   *
   * @param log whether what the API has logged is read, too
   * @param logs which of its rows
   */
  public static List<String> all(boolean log, LogReading logs) {
    List<String> all = new ArrayList<>(BEGIN);
    for (Table table : tables(log)) {
      all.add(columns(table));
      all.add(rows(table, names(table), logs));
    }
    all.add(END);
    return all;
  }

  /** The tables that are read, in order. */
  static List<Table> tables(boolean log) {
    return Table.all().stream().filter(table -> log || table != Table.API_LOG).toList();
  }

  /** Asks for the columns that the database has, and that the account may read. */
  static String columns(Table table) {
    return "SELECT column_name FROM information_schema.columns"
        + " WHERE table_schema = DATABASE() AND table_name = '"
        + table.name()
        + "'";
  }

  /**
   * Asks for the rows. VICIdial's tables are mostly MyISAM, where a reader holds off all writers:
   * SQL_BUFFER_RESULT frees the table before the first row travels. The log is too long to be
   * copied, and new rows can be written behind those that are read.
   */
  static String rows(Table table, List<String> columns, LogReading logs) {
    boolean log = table == Table.API_LOG;
    return "SELECT "
        + (log ? "" : "SQL_BUFFER_RESULT ")
        + columns.stream().map(DatabaseQueries::quoted).collect(Collectors.joining(", "))
        + " FROM "
        + table.name()
        + (log ? period(logs) : "");
  }

  /** {@code function} is a reserved word of MySQL's newer versions. */
  private static String quoted(String column) {
    return column.equals("function") ? "`function`" : column;
  }

  private static String period(LogReading logs) {
    List<String> conditions = new ArrayList<>();
    if (logs.since() != null) {
      conditions.add("api_date >= '" + TIME.format(logs.since()) + "'");
    }
    if (logs.until() != null) {
      conditions.add("api_date <= '" + TIME.format(logs.until()) + "'");
    }
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  /**
   * Returns a query that finds out whether a column is missing, or may not be read: the server's
   * refusal shows which.
   */
  static String probe(Table table, String column) {
    return "SELECT " + quoted(column) + " FROM " + table.name() + " LIMIT 0";
  }

  /** The names of the columns that are looked at. */
  static List<String> names(Table table) {
    return table.kept().stream().map(Column::name).toList();
  }

  /** Returns the kept columns that the database has. */
  static List<String> names(Table table, Set<String> present) {
    return names(table).stream().filter(present::contains).toList();
  }
}
