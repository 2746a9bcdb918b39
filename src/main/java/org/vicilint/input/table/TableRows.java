package org.vicilint.input.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vicilint.document.Keys;
import org.vicilint.source.ProblemLog;

/** Takes the records of one table, whose columns are known by name, field by field. */
public final class TableRows {
  private final Table table;
  private final List<String> names;
  private final Column[] columns;
  private List<Column> nulls = List.of();
  private final Row row;
  private final ParsedInput harvest;
  private final Secrets secrets;
  private final ProblemLog log;

  /**
   * Says what is wrong with the names.
   *
   * @param line where they stand, or the first record that has them
   * @param places whether each value has a line of its own
   */
  public TableRows(
      Table table,
      List<String> names,
      int line,
      boolean places,
      ParsedInput harvest,
      Secrets secrets,
      ProblemLog log) {
    this.table = table;
    this.names = List.copyOf(names);
    this.harvest = harvest;
    this.secrets = secrets;
    this.log = log;
    this.columns = new Column[names.size()];
    Set<String> present = new HashSet<>();
    NearMisses nearMisses = new NearMisses(log);
    for (int i = 0; i < columns.length; i++) {
      String name = names.get(i).strip().toLowerCase(Locale.ROOT);
      Column column = table.column(name);
      if (!present.add(name)) {
        log.add(
            line,
            1,
            Keys.quote(name) + " stands here a second time; the first one holds",
            "export the table again");
      } else if (column == null) {
        nearMisses.note(name, line, 1);
      } else {
        columns[i] = column.slot() >= 0 ? column : null;
      }
    }
    nearMisses.check(table, present);
    row = new Row(table, places);
    row.given(Set.copyOf(present));
    harvest.export(table);
  }

  /**
   * Takes VICIdial's own default for each column without a name here, as its server does for an
   * INSERT that does not name the column. An export that lacks a column says nothing of it.
   */
  public void takeDefaults() {
    if (table == Table.SETTINGS) {
      return; // its one row is older than any script, and may hold anything
    }
    if (names.size() * 2 > table.names().size()) {
      return; // an export without its head: what it lacks, an older server does not have
    }
    Set<String> all = new HashSet<>(table.names());
    names.forEach(name -> all.add(name.strip().toLowerCase(Locale.ROOT)));
    row.given(Set.copyOf(all));
    Set<Column> named = new HashSet<>(Arrays.asList(columns));
    nulls =
        table.kept().stream()
            .filter(column -> column.nullByDefault() && !named.contains(column))
            .toList();
  }

  public Table table() {
    return table;
  }

  /** The names as they were given. */
  public List<String> names() {
    return names;
  }

  public int size() {
    return columns.length;
  }

  /** The column of a field; null when an estate does not keep it. */
  public Column column(int field) {
    return field < columns.length ? columns[field] : null;
  }

  public void begin() {
    row.clear();
  }

  /** Takes a field that an estate keeps; null is MySQL's NULL. */
  public void put(int field, String text, int line, int at) {
    row.put(columns[field], text, line, at);
  }

  /** The record is complete. */
  public void finish(int line, int at) {
    nulls.forEach(column -> row.put(column, null, line, at));
    row.finish(line, at, harvest, secrets, log);
  }
}
