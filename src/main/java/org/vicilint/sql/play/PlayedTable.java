package org.vicilint.sql.play;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.sql.Cause;
import org.vicilint.sql.ColumnKind;
import org.vicilint.sql.Value;

/** A table, its rows in the order of their insertion, and what is not known of them. */
final class PlayedTable {
  /** Why a column of a row is not known that no statement has set. */
  static final Cause UNSAID = new Cause(0, 0, "", "the script does not say what the server has");

  private final TableDefinition definition;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final List<ColumnDefinition> columns = new ArrayList<>();
  private final List<Cell> defaults = new ArrayList<>();
  private final Set<String> mentioned = new LinkedHashSet<>();

  /** Columns that statements name and that only the server knows to exist or not. */
  private final Set<String> guessed = new HashSet<>();

  private final List<Cause> unknownRows = new ArrayList<>();
  private final Map<Long, PlayedRow> rows = new LinkedHashMap<>();

  private final UniqueKeys keys;
  private long rowsMade;

  /** A row that is there before the script; null when there is none, or it is gone. */
  private PlayedRow given;

  private boolean created;
  private boolean fromNothing;

  /** The next value of the counter; 0 when it is unknown. */
  private long next;

  PlayedTable(TableDefinition definition) {
    this.definition = definition;
    this.keys = new UniqueKeys(definition, this::index, rows);
    definition.columns().forEach(this::addColumn);
    this.fromNothing = definition.start() == TableDefinition.Start.NO_ROW;
    if (definition.start() == TableDefinition.Start.ONE_ROW) {
      Cell unknown = new Cell(new Value.Unknown(UNSAID), 0, 0);
      Cell[] cells = new Cell[columns.size()];
      Arrays.fill(cells, unknown);
      given = new PlayedRow(++rowsMade, cells, null, 0, 0);
      rows.put(given.number(), given);
    }
  }

  private void addColumn(ColumnDefinition column) {
    indexes.put(column.name(), columns.size());
    columns.add(column);
    defaults.add(new Cell(column.byDefault(), 0, 0));
    keys.forget();
  }

  String name() {
    return definition.name();
  }

  /** The index of a column; -1 when the table has none of that name. */
  int index(String column) {
    return indexes.getOrDefault(column, -1);
  }

  ColumnDefinition column(int index) {
    return columns.get(index);
  }

  Cell byDefault(int index) {
    return defaults.get(index);
  }

  int width() {
    return columns.size();
  }

  List<String> names() {
    return columns.stream().map(ColumnDefinition::name).toList();
  }

  String counter() {
    return definition.counter();
  }

  /** Whether a name that is no column is none of the server's either. */
  boolean created() {
    return created;
  }

  /** The columns that are known to be there. */
  Set<String> mentioned() {
    return mentioned;
  }

  /** A statement names columns; those that it brings up itself are not known to be there. */
  void mention(Collection<String> columns) {
    columns.stream().filter(column -> !guessed.contains(column)).forEach(mentioned::add);
  }

  /** Whether the script says what the table held before the first row that it inserts. */
  boolean fromNothing() {
    return fromNothing;
  }

  /** Whether all columns are known, in their order: a script's CREATE TABLE, or the build's. */
  boolean complete() {
    return created || definition.whole();
  }

  /** Whether the table certainly has a column. */
  boolean has(String column) {
    return indexes.containsKey(column) && !guessed.contains(column);
  }

  /** Columns that a dump names are those of a server. */
  void dumped(List<String> names) {
    for (String name : names) {
      if (index(name) < 0) {
        unknownColumn(name);
      }
      guessed.remove(name);
    }
  }

  /** Adds a column known only by its name, and perhaps by its existence. */
  int unknownColumn(String name) {
    if (complete()) {
      guessed.add(name);
    }
    widen(new ColumnDefinition(name, new ColumnKind.Other(), true, null));
    return columns.size() - 1;
  }

  private void widen(ColumnDefinition column) {
    addColumn(column);
    Cell[] more = {defaults.get(defaults.size() - 1)};
    rows.replaceAll((number, row) -> row.widened(more));
  }

  /** The table is new, with these columns and no row. */
  void create(List<ColumnDefinition> declared) {
    indexes.clear();
    columns.clear();
    defaults.clear();
    guessed.clear();
    declared.forEach(this::addColumn);
    created = true;
    mentioned.addAll(indexes.keySet());
    empty();
    restart();
  }

  /** Adds a column to all rows. */
  void add(ColumnDefinition column) {
    int index = index(column.name());
    if (index < 0) {
      widen(column);
    } else {
      columns.set(index, column);
      defaults.set(index, new Cell(column.byDefault(), 0, 0));
    }
    mentioned.add(column.name());
    guessed.remove(column.name());
    keys.forget();
  }

  /** Nobody knows what a column holds any longer. */
  void forget(String name, Cause cause) {
    int index = index(name);
    if (index >= 0) {
      Cell unknown = new Cell(new Value.Unknown(cause), cause.line(), cause.column());
      defaults.set(index, unknown);
      rows.replaceAll((number, row) -> row.with(index, unknown));
      keys.forget();
    }
  }

  void setDefault(int index, Value given) {
    Value stored =
        given.number() == null && !(given instanceof Value.Text)
            ? given
            : columns.get(index).kind().stored(given);
    defaults.set(index, new Cell(stored == null ? new Value.Unknown(UNSAID) : stored, 0, 0));
  }

  /** All rows are gone, those that were not known as well. */
  void empty() {
    rows.clear();
    unknownRows.clear();
    fromNothing = true;
    given = null;
    keys.forget();
  }

  /** The script inserts the row itself that would be there before it. */
  void replaceGiven() {
    if (given != null) {
      rows.remove(given.number());
      given = null;
      keys.forget();
    }
  }

  /** The counter begins at 1 again. */
  void restart() {
    next = 1;
  }

  Collection<PlayedRow> rows() {
    return rows.values();
  }

  /** Why there may be rows that the script does not show. */
  List<Cause> unknownRows() {
    return unknownRows;
  }

  void unknownRows(Cause cause) {
    if (!unknownRows.contains(cause)) {
      unknownRows.add(cause);
    }
  }

  /** Nobody knows of any row whether it is there. */
  void doubt(Cause cause) {
    rows.replaceAll((number, row) -> row.maybe(cause));
  }

  /** Keeps the counter from giving this number again. */
  void taken(long number) {
    next = next == 0 ? 0 : Math.max(next, number + 1);
  }

  /** The next number of the counter; 0 when nobody knows. */
  long next() {
    return next == 0 ? 0 : next++;
  }

  /** A row that is not in the table yet. */
  PlayedRow row(Cell[] cells, Cause maybe, Playing playing) {
    return new PlayedRow(++rowsMade, cells, maybe, playing.line(), playing.column());
  }

  /** Inserts a row, in the place of the one with its number. */
  void put(PlayedRow row) {
    keys.replace(rows.put(row.number(), row), row);
  }

  void remove(PlayedRow row) {
    keys.replace(rows.remove(row.number()), null);
  }

  /** The keys of the table, and the rows that have them. */
  UniqueKeys keys() {
    return keys;
  }

  /** The rows by their number, to come back to them. */
  Map<Long, PlayedRow> saved() {
    return new LinkedHashMap<>(rows);
  }

  /**
   * Nobody knows whether the rows are as they were.
   *
   * @param before the rows by their number
   */
  void mayBe(Map<Long, PlayedRow> before, Cause cause) {
    Map<Long, PlayedRow> now = new LinkedHashMap<>(rows);
    rows.clear();
    now.forEach(
        (number, row) -> {
          PlayedRow old = before.get(number);
          rows.put(number, old == row ? row : old == null ? row.maybe(cause) : old.or(row, cause));
        });
    before.forEach((number, old) -> rows.computeIfAbsent(number, n -> old.maybe(cause)));
    keys.forget();
  }
}
