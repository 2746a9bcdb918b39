package org.vicilint.sql.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.vicilint.sql.Cause;
import org.vicilint.sql.Expression;
import org.vicilint.sql.Query;
import org.vicilint.sql.Value;

/** Runs the queries within statements on the tables at hand. */
final class Queries {
  private static final Set<String> AGGREGATES =
      Set.of("max", "min", "count", "sum", "avg", "group_concat");

  private final Map<String, PlayedTable> tables;
  private final Playing playing;

  Queries(Map<String, PlayedTable> tables, Playing playing) {
    this.tables = tables;
    this.playing = playing;
  }

  /**
   * Result of a query.
   *
   * @param rows those that are known, with what is not known of whether they belong to it
   * @param more why there may be others; null when there are none
   */
  record Result(int width, List<Row> rows, Cause more) {

    /** A row; {@code maybe} is null when it certainly belongs to the result. */
    record Row(List<Value> values, Cause maybe) {}

    /** The first column, with something unknown where there may be more. */
    List<Value> first() {
      List<Value> values = new ArrayList<>();
      for (Row row : rows) {
        values.add(row.maybe() == null ? row.values().get(0) : new Value.Unknown(row.maybe()));
      }
      if (more != null) {
        values.add(new Value.Unknown(more));
      }
      return values;
    }

    Value any() {
      if (rows.stream().anyMatch(row -> row.maybe() == null)) {
        return Value.TRUE;
      }
      Cause cause = more != null ? more : rows.isEmpty() ? null : rows.get(0).maybe();
      return cause == null ? Value.FALSE : new Value.Unknown(cause);
    }

    Value one(Playing playing) {
      if (more != null) {
        return new Value.Unknown(more);
      }
      if (rows.isEmpty()) {
        return Value.NULL;
      }
      Row row = rows.get(0);
      if (row.maybe() != null) {
        return new Value.Unknown(row.maybe());
      }
      return rows.size() > 1 || width != 1
          ? playing.unknown("it takes one value from a query of several rows")
          : row.values().get(0);
    }
  }

  Result run(Query query, Scope outer, Evaluator evaluator) {
    if (query.unplayable() != null) {
      return more(query, "it uses " + query.unplayable() + " in a query");
    }
    if (query.from().size() > 1) {
      return more(query, "it joins tables in a query");
    }
    if (query.from().isEmpty()) {
      return ofNoTable(query, outer, evaluator);
    }
    Query.TableName name = query.from().get(0);
    PlayedTable table = tables.get(name.name());
    if (table == null) {
      return more(query, "it asks " + Names.table(name.name()) + ", which is not in this script");
    }
    if (aggregates(query)) {
      return more(query, "it counts or compares the rows of a table");
    }
    return ofTable(query, table, name.alias(), outer, evaluator);
  }

  /** The one row of a query without a table, unless its condition or limit leaves it out. */
  private Result ofNoTable(Query query, Scope outer, Evaluator evaluator) {
    if (query.values().stream().anyMatch(Objects::isNull)) {
      return more(query, "it selects all columns of no table");
    }
    if (aggregates(query) || query.limit() != null) {
      return more(query, "it counts, or limits, the rows of no table");
    }
    Evaluator.Truth truth = evaluator.truth(query.where(), outer);
    if (truth.no()) {
      return new Result(query.values().size(), List.of(), null);
    }
    List<Value> values = query.values().stream().map(e -> evaluator.value(e, outer)).toList();
    Cause maybe = truth.maybe() ? truth.cause() : null;
    return new Result(values.size(), List.of(new Result.Row(values, maybe)), null);
  }

  private static boolean aggregates(Query query) {
    return query.values().stream().anyMatch(Queries::aggregate);
  }

  private static boolean aggregate(Expression expression) {
    if (expression instanceof Expression.Binary binary) {
      return aggregate(binary.left()) || aggregate(binary.right());
    }
    return expression instanceof Expression.Call call && AGGREGATES.contains(call.name());
  }

  private Result more(Query query, String reason) {
    return new Result(query.values().size(), List.of(), playing.cause(reason));
  }

  private Result ofTable(
      Query query, PlayedTable table, String alias, Scope outer, Evaluator evaluator) {
    Cause more = table.unknownRows().isEmpty() ? null : table.unknownRows().get(0);
    if (more == null && !table.fromNothing()) {
      more = playing.cause("it asks " + table.name() + "; this script shows only a part of it");
    }
    Map<PlayedRow, Cause> chosen = new LinkedHashMap<>();
    for (PlayedRow row : table.rows()) {
      Evaluator.Truth truth =
          evaluator.truth(query.where(), new RowScope(table, alias, row, outer));
      if (!truth.no()) {
        chosen.put(row, truth.maybe() ? truth.cause() : row.maybe());
      }
    }
    Selection selection = new Selection(playing, evaluator);
    List<PlayedRow> ordered =
        selection.limited(
            query.order(), query.limit(), chosen, row -> new RowScope(table, alias, row, outer));
    List<Result.Row> rows = new ArrayList<>();
    int width = 0;
    for (PlayedRow row : ordered) {
      List<Value> values = new ArrayList<>();
      for (Expression value : query.values()) {
        if (value == null) {
          for (int i = 0; i < table.width(); i++) {
            values.add(row.value(i));
          }
        } else {
          values.add(evaluator.value(value, new RowScope(table, alias, row, outer)));
        }
      }
      width = values.size();
      rows.add(new Result.Row(values, chosen.get(row)));
    }
    return new Result(width == 0 ? query.values().size() : width, rows, more);
  }

  /** Chooses the rows that ORDER BY and LIMIT leave. */
  record Selection(Playing playing, Evaluator evaluator) {

    /**
     * The rows that are left, in order.
     *
     * @param chosen rows that the condition leaves, with the cause where nobody knows; where the
     *     limit makes that of others, they get a cause too
     */
    List<PlayedRow> limited(
        List<Query.Order> order,
        Query.Limit limit,
        Map<PlayedRow, Cause> chosen,
        java.util.function.Function<PlayedRow, Scope> scopes) {
      List<PlayedRow> rows = new ArrayList<>(chosen.keySet());
      boolean known = order.isEmpty() || sort(rows, order, scopes);
      if (limit == null) {
        return rows;
      }
      boolean all = limit.offset() == 0 && rows.size() <= limit.most();
      if (all) {
        return rows;
      }
      boolean certain =
          known
              && !order.isEmpty()
              && chosen.values().stream().allMatch(c -> c == null)
              && rows.stream().allMatch(row -> row.maybe() == null);
      if (certain) {
        int from = (int) Math.min(rows.size(), limit.offset());
        return rows.subList(from, (int) Math.min(rows.size(), limit.offset() + limit.most()));
      }
      Cause cause = playing.cause("nobody can tell which rows its LIMIT leaves");
      chosen.replaceAll((row, before) -> before == null ? cause : before);
      return limit.most() == 0 ? List.of() : rows;
    }

    private boolean sort(
        List<PlayedRow> rows,
        List<Query.Order> order,
        java.util.function.Function<PlayedRow, Scope> scopes) {
      Map<PlayedRow, List<Value>> keys = new LinkedHashMap<>();
      for (PlayedRow row : rows) {
        List<Value> values =
            order.stream().map(o -> evaluator.value(o.by(), scopes.apply(row))).toList();
        if (values.stream().anyMatch(v -> v instanceof Value.Unknown)) {
          return false;
        }
        keys.put(row, values);
      }
      boolean[] tie = {false};
      Comparator<PlayedRow> byKeys =
          (a, b) -> {
            for (int i = 0; i < order.size(); i++) {
              int compared = compare(keys.get(a).get(i), keys.get(b).get(i));
              if (compared != 0) {
                return order.get(i).descending() ? -compared : compared;
              }
            }
            tie[0] |= a != b;
            return 0;
          };
      rows.sort(byKeys);
      return !tie[0];
    }

    /** NULL comes first, and words of an enum come in the order of their declaration. */
    private static int compare(Value a, Value b) {
      if (a == Value.NULL || b == Value.NULL) {
        return Boolean.compare(a != Value.NULL, b != Value.NULL);
      }
      if (a instanceof Value.Text one
          && b instanceof Value.Text other
          && one.index() != Value.NO_MEMBER
          && other.index() != Value.NO_MEMBER) {
        return Integer.compare(one.index(), other.index());
      }
      Integer compared = Comparison.compare(a, b);
      return compared == null ? 0 : compared;
    }
  }

  /** The columns of one row, and those of the statement around. */
  record RowScope(PlayedTable table, String alias, PlayedRow row, Scope outer) implements Scope {
    @Override
    public Value column(String tableOrNull, String name) {
      boolean mine =
          tableOrNull == null || tableOrNull.equals(alias) || tableOrNull.equals(table.name());
      int index = mine ? table.index(name) : -1;
      return index >= 0 ? row.value(index) : outer.column(tableOrNull, name);
    }
  }
}
