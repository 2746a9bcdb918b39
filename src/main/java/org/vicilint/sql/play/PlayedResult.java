package org.vicilint.sql.play;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.sql.Cause;
import org.vicilint.sql.Value;

/**
 * Content of a table after a script.
 *
 * @param columns those that are known to be there
 * @param created whether the script has created the table
 * @param records the rows with every needed value known
 * @param unknown why others are not known, with the rows that each concerns
 */
public record PlayedResult(
    List<String> columns, boolean created, List<Record> records, Map<Cause, Doubt> unknown) {

  /**
   * A row.
   *
   * @param fields the columns that the script has set
   * @param line where the statement begins that inserted it
   */
  public record Record(List<Field> fields, int line, int column) {}

  /**
   * Value of a column in a row.
   *
   * @param text null for NULL
   * @param line where the statement begins that set it
   */
  public record Field(String name, String text, int line, int column) {}

  /**
   * Rows that are not known because of a statement.
   *
   * @param rows the names of rows
   * @param others whether there may be rows that nobody can name
   */
  public record Doubt(List<String> rows, boolean others) {}

  static PlayedResult of(PlayedTable table, Set<String> kept, String label) {
    List<Record> records = new ArrayList<>();
    Map<Cause, Doubt> unknown = new LinkedHashMap<>();
    int named = table.index(label);
    for (PlayedRow row : table.rows()) {
      Cause cause = cause(table, row, kept);
      if (cause == null) {
        records.add(record(table, row, kept));
      } else {
        String name = named < 0 ? null : Functions.text(row.value(named));
        Doubt doubt =
            unknown.computeIfAbsent(cause, c -> new Doubt(new ArrayList<>(), name == null));
        if (name != null) {
          doubt.rows().add(name);
        }
      }
    }
    for (Cause cause : table.unknownRows()) {
      unknown.merge(cause, new Doubt(new ArrayList<>(), true), (a, b) -> new Doubt(a.rows(), true));
    }
    return new PlayedResult(List.copyOf(table.mentioned()), table.created(), records, unknown);
  }

  /** Why something that matters of the row is not known; null when all is. */
  private static Cause cause(PlayedTable table, PlayedRow row, Set<String> kept) {
    if (row.maybe() != null) {
      return row.maybe();
    }
    for (int i = 0; i < row.width(); i++) {
      if (row.value(i) instanceof Value.Unknown unknown
          && unknown.cause() != PlayedTable.UNSAID
          && kept.contains(table.column(i).name())) {
        return unknown.cause();
      }
    }
    return null;
  }

  private static Record record(PlayedTable table, PlayedRow row, Set<String> kept) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < row.width(); i++) {
      Cell cell = row.cell(i);
      String name = table.column(i).name();
      if (kept.contains(name) && cell.line() > 0) {
        fields.add(new Field(name, Functions.text(cell.value()), cell.line(), cell.column()));
      } else if (kept.contains(name) && !(cell.value() instanceof Value.Unknown)) {
        fields.add(new Field(name, Functions.text(cell.value()), row.line(), row.column()));
      }
    }
    return new Record(fields, row.line(), row.column());
  }
}
