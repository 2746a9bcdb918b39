package org.vicilint.sql.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vicilint.model.Suggestions;
import org.vicilint.sql.Cause;
import org.vicilint.sql.Expression;
import org.vicilint.sql.Query;
import org.vicilint.sql.Query.TableName;
import org.vicilint.sql.Statement;

/**
 * Finds a column that a statement names and none of its tables is known to have. The server refuses
 * such a statement whole, unless the site has added the column, which only the server knows.
 */
final class ColumnCheck {
  private static final String ADDED =
      "put the CREATE TABLE of the dialer, or the ALTER TABLE that adds the column, before it";

  private final Map<String, PlayedTable> tables;
  private final Playing playing;
  private Cause found;
  private boolean refused;

  ColumnCheck(Map<String, PlayedTable> tables, Playing playing) {
    this.tables = tables;
    this.playing = playing;
  }

  /**
   * Why nobody knows whether the server runs the statement; null when each column is known.
   *
   * @throws Refused when the script itself says which columns there are
   */
  Cause check(Statement statement) throws Refused {
    if (statement instanceof Statement.Insert insert) {
      insert(insert);
    } else if (statement instanceof Statement.Update update) {
      Tables names = new Tables(update.tables(), null);
      for (Statement.Assignment each : update.assignments()) {
        name(each.table(), each.column(), names, true);
        check(each.value(), names);
      }
      check(update.where(), names);
      update.order().forEach(order -> check(order.by(), names));
    } else if (statement instanceof Statement.Delete delete) {
      Tables names = new Tables(delete.tables(), null);
      check(delete.where(), names);
      delete.order().forEach(order -> check(order.by(), names));
    } else if (statement instanceof Statement.SetVariables set) {
      set.values().values().forEach(each -> check(each, null));
    }
    if (refused) {
      throw new Refused(found.reason());
    }
    return found;
  }

  private void insert(Statement.Insert insert) {
    Tables target = new Tables(List.of(new TableName(insert.table(), insert.table())), null);
    if (insert.columns() != null) {
      insert.columns().forEach(column -> name(null, column, target, true));
    }
    Tables both = target;
    if (insert.queryOrNull() != null) {
      check(insert.queryOrNull(), null);
      both = new Tables(insert.queryOrNull().from(), target);
    }
    if (insert.rows() != null) {
      insert.rows().forEach(row -> row.forEach(value -> check(value, target)));
    }
    for (Statement.Assignment each : insert.onDuplicate()) {
      name(null, each.column(), target, true);
      check(each.value(), both);
    }
  }

  private void check(Query query, Tables outer) {
    Tables names = new Tables(query.from(), outer);
    query.values().forEach(value -> check(value, names));
    check(query.where(), names);
  }

  private void check(Expression expression, Tables names) {
    if (expression == null) {
      return;
    }
    if (expression instanceof Expression.Column column) {
      name(column.table(), column.name(), names, false);
    } else if (expression instanceof Expression.Default byDefault) {
      if (byDefault.columnOrNull() != null) {
        name(null, byDefault.columnOrNull(), names, false);
      }
    } else if (expression instanceof Expression.Inserted inserted) {
      name(null, inserted.column(), names, false);
    } else if (expression instanceof Expression.Scalar scalar) {
      check(scalar.query(), names);
    } else if (expression instanceof Expression.Exists exists) {
      check(exists.query(), names);
    } else if (expression instanceof Expression.InQuery in) {
      check(in.query(), names);
    }
    expression.parts().forEach(part -> check(part, names));
  }

  /**
   * Looks for a column.
   *
   * @param target whether it is one that the statement sets, and so is certainly meant as a name
   */
  private void name(String tableOrNull, String column, Tables names, boolean target) {
    if (found != null || names == null) {
      return;
    }
    List<PlayedTable> asked = new ArrayList<>();
    for (Tables each = names; each != null; each = each.outer) {
      for (TableName name : each.here) {
        boolean called =
            tableOrNull == null
                || tableOrNull.equals(name.alias())
                || tableOrNull.equals(name.name());
        PlayedTable table = tables.get(name.name());
        if (called && (table == null || !table.complete() || table.has(column))) {
          return;
        }
        if (called) {
          asked.add(table);
        }
      }
    }
    report(column, asked, target);
  }

  private void report(String column, List<PlayedTable> asked, boolean target) {
    refused = !asked.isEmpty() && asked.stream().allMatch(PlayedTable::created);
    String table = asked.isEmpty() ? "its table" : asked.get(0).name();
    if (refused) {
      found = playing.cause("it names a column that " + table + " does not have");
      return;
    }
    List<String> known =
        asked.stream().flatMap(t -> t.names().stream().filter(t::has)).distinct().toList();
    Optional<String> meant =
        Suggestions.closest(column, known)
            // A word that stands in the place of a value may be a password without its quotes.
            .filter(m -> target || (m.indexOf('_') > 0 && column.indexOf('_') > 0));
    found =
        meant.isPresent()
            ? playing.cause(
                "%s has no column %s in any build of VICIdial".formatted(table, column),
                "did you mean " + meant.get() + "?")
            : playing.cause(
                "it names a column that %s has in no build of VICIdial, so only the server knows"
                        .formatted(table)
                    + " whether it is there",
                ADDED);
  }

  /**
   * The tables whose columns an expression can name.
   *
   * @param outer those of the statement around a query; null when there are none
   */
  private record Tables(List<TableName> here, Tables outer) {}
}
