package org.vicilint.database;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Row;
import org.vicilint.input.table.Secrets;
import org.vicilint.input.table.Table;
import org.vicilint.log.LogReading;
import org.vicilint.model.Problem;
import org.vicilint.source.ProblemLog;

/** Reads the tables of a live database; each yields rows like an export of it. */
final class DatabaseReader {
  private final Database database;
  private final LogReading logs;
  private final ParsedInput harvest;
  private final Secrets secrets;
  private final List<Problem> problems;
  private final DatabaseFaults faults;
  private final int mostProblems;

  DatabaseReader(
      Database database,
      LogReading logs,
      ParsedInput harvest,
      Secrets secrets,
      List<Problem> problems,
      int mostProblems) {
    this.database = database;
    this.logs = logs;
    this.harvest = harvest;
    this.secrets = secrets;
    this.problems = problems;
    this.faults = new DatabaseFaults(database);
    this.mostProblems = mostProblems;
  }

  /**
   * Reads all tables that the account may read. A failure becomes a problem; records read before it
   * stay.
   */
  void read() {
    ProblemLog log = new ProblemLog(database.name(), mostProblems);
    try (DatabaseConnection connection = DatabaseConnection.open(database)) {
      for (Table table : DatabaseQueries.tables(database.log())) {
        if (!read(connection, table)) {
          break;
        }
      }
    } catch (SQLException e) {
      faults.connecting(e).report(log);
    }
    problems.addAll(log.all());
  }

  /** Reads one table; whether the connection is still good for the next. */
  private boolean read(DatabaseConnection connection, Table table) {
    ProblemLog log = new ProblemLog(database.address() + " " + table.name(), mostProblems);
    boolean goOn;
    try {
      Set<String> present = new HashSet<>();
      connection.query(
          DatabaseQueries.columns(table),
          row -> present.add(row.getString(1).toLowerCase(Locale.ROOT)));
      DatabaseColumns columns = new DatabaseColumns(connection, table, faults, harvest, log);
      goOn = columns.check(present);
      List<String> names = DatabaseQueries.names(table, present);
      if (!names.isEmpty() && goOn) {
        rows(connection, table, names, columns.denied(), log);
      }
    } catch (SQLException e) {
      DatabaseFault fault = faults.reading(e, table);
      fault.report(log);
      goOn = !fault.gone();
    }
    problems.addAll(log.all());
    return goOn;
  }

  private void rows(
      DatabaseConnection connection,
      Table table,
      List<String> names,
      Set<String> denied,
      ProblemLog log)
      throws SQLException {
    Row row = new Row(table, false);
    row.given(Set.copyOf(names));
    row.withheld(denied);
    List<Column> columns = names.stream().map(table::column).toList();
    connection.query(
        DatabaseQueries.rows(table, names, logs),
        result -> {
          row.clear();
          for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), result.getString(i + 1), 0, 0);
          }
          row.finish(0, 0, harvest, secrets, log);
        });
    harvest.export(table); // half of the groups would be worse than none
  }
}
