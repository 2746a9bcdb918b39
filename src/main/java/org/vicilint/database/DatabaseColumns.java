package org.vicilint.database;

import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Table;
import org.vicilint.model.Secret;
import org.vicilint.model.SystemSettings;
import org.vicilint.source.ProblemLog;

/**
 * Columns that the server does not show, by their reason: an older VICIdial does not have the
 * column, which is a fault only where the chosen build needs it; or the account may not read it,
 * and nothing is known.
 */
final class DatabaseColumns {
  private final DatabaseConnection connection;
  private final Table table;
  private final DatabaseFaults faults;
  private final ParsedInput harvest;
  private final ProblemLog log;
  private final Set<String> denied = new TreeSet<>();

  DatabaseColumns(
      DatabaseConnection connection,
      Table table,
      DatabaseFaults faults,
      ParsedInput harvest,
      ProblemLog log) {
    this.connection = connection;
    this.table = table;
    this.faults = faults;
    this.harvest = harvest;
    this.log = log;
  }

  /**
   * Says what is wrong with the columns.
   *
   * @param present those that the account may read
   * @return whether the connection is still good
   */
  boolean check(Set<String> present) {
    for (Column column : table.kept()) {
      if (!present.contains(column.name())) {
        DatabaseFault fault = probe(column);
        if (fault == null) {
          present.add(column.name()); // information_schema does not show all
        } else if (fault.gone()) {
          fault.report(log);
          return false;
        } else if (none(present)) {
          wholeTable(fault);
          return true;
        } else if (fault.kind() != DatabaseFault.Kind.MISSING) {
          deny(column);
        }
      }
    }
    tell();
    return true;
  }

  /** Returns the columns that the account was reported not to read. */
  Set<String> denied() {
    return Set.copyOf(denied);
  }

  private boolean none(Set<String> present) {
    return table.kept().stream().map(Column::name).noneMatch(present::contains);
  }

  private DatabaseFault probe(Column column) {
    try {
      connection.query(DatabaseQueries.probe(table, column.name()), row -> {});
      return null;
    } catch (SQLException e) {
      return faults.reading(e, table);
    }
  }

  private void wholeTable(DatabaseFault fault) {
    if (table == Table.USERS || table == Table.API_LOG) { // the latter only when asked for
      fault.report(log);
    } else if (fault.kind() != DatabaseFault.Kind.MISSING) {
      harvest.notes().add(log.source() + ": " + fault.reason() + "; " + fault.hint());
    }
  }

  private void deny(Column column) {
    // Of passwords the session says which rules are not judged without them.
    if (table == Table.SETTINGS || !Secret.in(column.name())) {
      denied.add(column.name());
    }
  }

  /**
   * Without a setting nothing is held against an account; without a column of its own it may be.
   */
  private void tell() {
    if (denied.isEmpty()) {
      return;
    }
    String names = String.join(", ", denied);
    String reason =
        "the account may not read the column%s %s".formatted(denied.size() == 1 ? "" : "s", names);
    String hint =
        "GRANT SELECT (%s) ON %s, see docs/guide/database.md".formatted(names, table.name());
    if (table == Table.SETTINGS) {
      harvest
          .notes()
          .add(
              "%s: %s: %s; %s"
                  .formatted(log.source(), reason, SystemSettings.withoutKnowing(denied), hint));
    } else {
      log.add(reason, hint);
    }
  }
}
