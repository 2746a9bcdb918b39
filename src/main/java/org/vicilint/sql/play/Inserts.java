package org.vicilint.sql.play;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vicilint.sql.Cause;
import org.vicilint.sql.Expression;
import org.vicilint.sql.Statement.Assignment;
import org.vicilint.sql.Statement.Insert;
import org.vicilint.sql.Value;

/** Plays INSERT and REPLACE. */
final class Inserts {
  /** A script could double its rows again and again. */
  private static final int MOST_ROWS = 1_000_000;

  private final Insert insert;
  private final PlayedTable table;
  private final Evaluator evaluator;
  private final Queries queries;
  private final Playing playing;
  private final Store store;
  private final boolean strict;
  private final Cause doubt;
  private int[] columns;

  Inserts(Insert insert, PlayedTable table, Around around) {
    this.insert = insert;
    this.table = table;
    this.evaluator = around.evaluator;
    this.queries = around.queries;
    this.playing = around.playing;
    this.store = new Store(around.playing, around.strict);
    this.strict = around.strict;
    this.doubt = around.doubt;
  }

  /**
   * Context in which the statement is played.
   *
   * @param doubt why nobody knows whether the server runs it; null when it does
   */
  record Around(
      Evaluator evaluator, Queries queries, Playing playing, boolean strict, Cause doubt) {}

  /** Returns whether it was meant to copy rows, and found none. */
  boolean play() throws Refused {
    if (insert.columns() == null && !table.complete()) {
      throw new Refused("the columns of " + table.name() + " are not known in their order");
    }
    columns = columns();
    if (doubt == null) {
      table.replaceGiven();
    }
    if (insert.rows() == null) {
      return ofQuery();
    }
    boolean single = insert.rows().size() == 1;
    for (List<Expression> row : insert.rows()) {
      if (!row.isEmpty() || columns.length > 0) {
        check(row.size());
      }
      Cell[] cells = blank();
      boolean[] set = new boolean[table.width()];
      for (int i = 0; i < row.size(); i++) {
        put(cells, set, columns[i], value(row.get(i), columns[i], cells), single);
      }
      complete(set);
      add(numbered(cells, set), doubt);
    }
    return false;
  }

  private int[] columns() throws Refused {
    List<String> names = insert.columns() == null ? table.names() : insert.columns();
    int[] indexes = new int[names.size()];
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < indexes.length; i++) {
      if (!seen.add(names.get(i))) {
        throw new Refused("it names a column twice");
      }
      indexes[i] = store.index(table, names.get(i));
    }
    for (Assignment each : insert.onDuplicate()) {
      store.index(table, each.column());
    }
    table.mention(names);
    return indexes;
  }

  private void check(int size) throws Refused {
    if (size != columns.length) {
      throw new Refused(
          "it has %d values for %d columns of %s".formatted(size, columns.length, table.name()));
    }
  }

  private Cell[] blank() {
    Cell[] cells = new Cell[table.width()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = table.byDefault(i);
    }
    return cells;
  }

  /** Within VALUES a column stands for what the row has so far. */
  private Value value(Expression expression, int index, Cell[] cells) {
    return evaluator.value(
        expression,
        new Scope() {
          @Override
          public Value column(String tableOrNull, String name) {
            int at = table.index(name);
            return at < 0 ? null : cells[at].value();
          }

          @Override
          public Value byDefault(String nameOrNull) {
            int at = nameOrNull == null ? index : table.index(nameOrNull);
            return at < 0 ? null : table.byDefault(at).value();
          }
        });
  }

  private void put(Cell[] cells, boolean[] set, int index, Value value, boolean single)
      throws Refused {
    ColumnDefinition column = table.column(index);
    boolean counted = column.name().equals(table.counter());
    if (single && value == Value.NULL && !column.nullable() && !counted && !insert.ignore()) {
      throw new Refused(column.name() + " cannot be NULL");
    }
    cells[index] = store.cell(table, index, value);
    set[index] = true;
  }

  /** Refuses a row without a value for a column without a default, as the strict mode does. */
  private void complete(boolean[] set) throws Refused {
    for (int i = 0; strict && !insert.ignore() && i < set.length; i++) {
      ColumnDefinition column = table.column(i);
      boolean needed = !column.nullable() && column.otherwise() == null;
      if (needed && !set[i] && !column.name().equals(table.counter())) {
        throw new Refused(column.name() + " has no default, and the script sets the strict mode");
      }
    }
  }

  /** Gives the row its number where the server does. */
  private PlayedRow numbered(Cell[] cells, boolean[] set) {
    int counter = table.counter() == null ? -1 : table.index(table.counter());
    Value given = counter < 0 || !set[counter] ? Value.of(0) : cells[counter].value();
    if (counter >= 0 && given instanceof Value.Num number) {
      long taken = number.number().longValue();
      long next = taken > 0 ? taken : table.next();
      table.taken(next);
      Value value =
          next > 0 ? Value.of(next) : playing.unknown("it asks for numbers that the server gives");
      cells[counter] = new Cell(value, playing.line(), playing.column());
    }
    return table.row(cells, null, playing);
  }

  private boolean ofQuery() throws Refused {
    Queries.Result result = queries.run(insert.queryOrNull(), Scope.NONE, evaluator);
    if (result.more() != null) {
      manyUnknown(result.more());
    }
    for (Queries.Result.Row values : result.rows()) {
      check(values.values().size());
      Cell[] cells = blank();
      boolean[] set = new boolean[table.width()];
      for (int i = 0; i < columns.length; i++) {
        put(cells, set, columns[i], values.values().get(i), false);
      }
      complete(set);
      add(numbered(cells, set), doubt != null ? doubt : values.maybe());
    }
    return result.rows().isEmpty() && result.more() == null && table.counter() != null;
  }

  /** Rows come in that nobody knows; where they may replace others, these are not known either. */
  private void manyUnknown(Cause cause) {
    table.unknownRows(cause);
    if (insert.replace() || !insert.onDuplicate().isEmpty()) {
      table.doubt(cause);
    }
  }

  private void add(PlayedRow row, Cause maybe) throws Refused {
    if (nameless(row)) {
      return;
    }
    if (table.rows().size() >= MOST_ROWS) {
      manyUnknown(playing.cause("it makes more rows than vicilint holds"));
      return;
    }
    Collection<PlayedRow> same = table.keys().same(row);
    List<PlayedRow> maybeSame = table.keys().maybeSame(row);
    if (!maybeSame.isEmpty()) {
      Cause cause = playing.cause("only the server knows whether another row has its key");
      maybeSame.forEach(old -> table.put(old.maybe(cause)));
      same.forEach(old -> table.put(old.maybe(cause)));
      if (same.isEmpty()) {
        table.put(row.maybe(cause));
      }
      return;
    }
    Cause unsure = maybe;
    boolean yields = insert.ignore() || !insert.onDuplicate().isEmpty();
    if (unsure == null && yields && !table.unknownRows().isEmpty()) {
      unsure = table.unknownRows().get(0); // a row that is not known may have the key
    }
    if (same.isEmpty()) {
      table.put(unsure == null ? row : row.maybe(unsure));
      return;
    }
    PlayedRow old = same.iterator().next();
    if (insert.replace()) {
      replace(row, same, maybe);
    } else if (!insert.onDuplicate().isEmpty()) {
      PlayedRow changed = changed(old, row);
      Cause cause = maybe != null ? maybe : old.maybe();
      table.put(cause == null ? changed : old.or(changed, cause).or(row, cause));
    } else if (old.maybe() != null) {
      table.put(old.or(row, old.maybe()));
    } else if (!insert.ignore()) {
      throw new Refused("a row of " + table.name() + " already has this key");
    }
  }

  private void replace(PlayedRow row, Collection<PlayedRow> same, Cause maybe) {
    if (maybe == null) {
      same.forEach(table::remove);
      table.put(row);
    } else {
      same.forEach(old -> table.put(old.or(row, maybe).maybe(maybe)));
    }
  }

  /** Whether nobody knows the key of a row; then nobody knows what it does to others. */
  private boolean nameless(PlayedRow row) {
    for (Cause cause : table.keys().unknown(row)) {
      manyUnknown(cause);
      return true;
    }
    return false;
  }

  private PlayedRow changed(PlayedRow old, PlayedRow inserted) throws Refused {
    PlayedRow changed = old;
    for (Assignment each : insert.onDuplicate()) {
      int index = store.index(table, each.column());
      PlayedRow now = changed;
      Value value =
          evaluator.value(
              each.value(),
              new Scope() {
                @Override
                public Value column(String tableOrNull, String name) {
                  int at = table.index(name);
                  boolean mine = tableOrNull == null || tableOrNull.equals(table.name());
                  return at < 0 || !mine ? null : now.value(at);
                }

                @Override
                public Value inserted(String name) {
                  int at = table.index(name);
                  return at < 0 ? null : inserted.value(at);
                }

                @Override
                public Value byDefault(String nameOrNull) {
                  int at = nameOrNull == null ? index : table.index(nameOrNull);
                  return at < 0 ? null : table.byDefault(at).value();
                }
              });
      changed = changed.with(index, store.cell(table, index, value));
      table.mention(List.of(each.column()));
    }
    return changed;
  }
}
