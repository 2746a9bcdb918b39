package org.vicilint.sql.play;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.sql.Cause;
import org.vicilint.sql.Expression;
import org.vicilint.sql.Query.TableName;
import org.vicilint.sql.Value;

/** The rows of one table of a statement, each with those of the others that it is joined with. */
final class Joined {
  /** Number of pairs beyond which nobody waits for the answer. */
  private static final long MOST_PAIRS = 200_000;

  private final Map<String, PlayedTable> tables;
  private final TableName mine;
  private final List<TableName> others;
  private final boolean outer;
  private final Expression where;
  private final Evaluator evaluator;
  private final Playing playing;

  /** Values of another table's columns that the condition demands. */
  private final Map<String, Value> pinned = new HashMap<>();

  Joined(
      Map<String, PlayedTable> tables,
      List<TableName> all,
      TableName mine,
      boolean outer,
      Expression where,
      Evaluator evaluator,
      Playing playing) {
    this.tables = tables;
    this.mine = mine;
    this.others = all.stream().filter(name -> name != mine).toList();
    this.outer = outer;
    this.where = where;
    this.evaluator = evaluator;
    this.playing = playing;
    pin(where);
  }

  private void pin(Expression condition) {
    if (condition instanceof Expression.Binary binary) {
      if (binary.operator().equals("AND")) {
        pin(binary.left());
        pin(binary.right());
      } else if (binary.operator().equals("=")
          && binary.left() instanceof Expression.Column column
          && (column.table() != null || others.isEmpty())
          && binary.right() instanceof Expression.Literal literal) {
        String table = column.table() == null ? mine.alias() : column.table();
        pinned.putIfAbsent(table + "." + column.name(), literal.value());
      }
    }
  }

  /** The rows that the statement can concern. */
  Collection<PlayedRow> candidates() {
    PlayedTable table = tables.get(mine.name());
    Value user = pinned.get(mine.alias() + ".user");
    return table.keys().having("user", user);
  }

  /** Whether the statement concerns the row. */
  Evaluator.Truth truth(PlayedRow row) {
    if (others.isEmpty()) {
      return evaluator.truth(where, scope(row));
    }
    if (outer) {
      return new Evaluator.Truth(false, playing.cause("it uses an outer join"));
    }
    Evaluator.Truth truth = Evaluator.Truth.NO;
    for (List<Partner> partners : partners()) {
      Evaluator.Truth each = evaluator.truth(where, new JoinedScope(row, partners));
      boolean there = partners.stream().allMatch(p -> p.cause == null);
      if (each.yes() && there) {
        return each;
      }
      if (!each.no()) {
        Cause cause =
            each.cause() != null
                ? each.cause()
                : partners.stream()
                    .map(p -> p.cause)
                    .filter(c -> c != null)
                    .findFirst()
                    .orElseThrow();
        truth = new Evaluator.Truth(false, cause);
      }
    }
    return truth;
  }

  /** Evaluates an assignment for a row. */
  Value value(Expression expression, PlayedRow before, PlayedRow now, int index) {
    Scope own = scope(now, index);
    if (others.isEmpty()) {
      return evaluator.value(expression, own);
    }
    List<List<Partner>> fitting = new ArrayList<>();
    for (List<Partner> partners : partners()) {
      if (!evaluator.truth(where, new JoinedScope(before, partners)).no()) {
        fitting.add(partners);
      }
    }
    Value value = null;
    for (List<Partner> partners : fitting) {
      Value each = evaluator.value(expression, new JoinedScope(now, partners));
      if (value != null && !value.equals(each)) {
        return playing.unknown("several rows are joined with one");
      }
      value = each;
    }
    return value == null ? evaluator.value(expression, own) : value;
  }

  Scope scope(PlayedRow row) {
    return scope(row, -1);
  }

  private Scope scope(PlayedRow row, int index) {
    PlayedTable table = tables.get(mine.name());
    Scope columns = new Queries.RowScope(table, mine.alias(), row, Scope.NONE);
    return new Scope() {
      @Override
      public Value column(String tableOrNull, String name) {
        return columns.column(tableOrNull, name);
      }

      @Override
      public Value byDefault(String nameOrNull) {
        int at = nameOrNull == null ? index : table.index(nameOrNull);
        return at < 0 ? null : table.byDefault(at).value();
      }
    };
  }

  /**
   * A row of another table.
   *
   * @param row null for one that the script does not show
   * @param cause why nobody knows whether it is there; null when it is
   */
  private record Partner(TableName name, PlayedRow row, Cause cause) {}

  private List<List<Partner>> partners() {
    List<List<Partner>> all = List.of(List.of());
    for (TableName name : others) {
      List<Partner> rows = rows(name);
      List<List<Partner>> longer = new ArrayList<>();
      if ((long) all.size() * rows.size() > MOST_PAIRS) {
        rows = List.of(new Partner(name, null, playing.cause("it joins too many rows")));
      }
      for (List<Partner> before : all) {
        for (Partner row : rows) {
          List<Partner> with = new ArrayList<>(before);
          with.add(row);
          longer.add(with);
        }
      }
      all = longer;
    }
    return all;
  }

  private List<Partner> rows(TableName name) {
    PlayedTable table = tables.get(name.name());
    List<Partner> rows = new ArrayList<>();
    Cause more = null;
    if (table == null) {
      more = playing.cause("it asks " + Names.table(name.name()) + ", which is not in this script");
    } else {
      table.rows().forEach(row -> rows.add(new Partner(name, row, row.maybe())));
      if (!table.unknownRows().isEmpty()) {
        more = table.unknownRows().get(0);
      } else if (!table.fromNothing()) {
        more = playing.cause("it asks " + table.name() + "; this script shows only a part of it");
      }
    }
    if (more != null) {
      rows.add(new Partner(name, null, more));
    }
    return rows;
  }

  /** The columns of a row and of those that it is joined with. */
  private final class JoinedScope implements Scope {
    private final Scope own;
    private final List<Partner> partners;

    JoinedScope(PlayedRow row, List<Partner> partners) {
      this.own = scope(row);
      this.partners = partners;
    }

    @Override
    public Value column(String tableOrNull, String name) {
      Value value = own.column(tableOrNull, name);
      for (int i = 0; value == null && i < partners.size(); i++) {
        value = of(partners.get(i), tableOrNull, name);
      }
      return value;
    }

    private Value of(Partner partner, String tableOrNull, String name) {
      TableName table = partner.name;
      boolean called =
          tableOrNull == null
              || tableOrNull.equals(table.alias())
              || tableOrNull.equals(table.name());
      if (!called) {
        return null;
      }
      if (partner.row != null) {
        int index = tables.get(table.name()).index(name);
        return index < 0 ? null : partner.row.value(index);
      }
      Value fixed = pinned.get(table.alias() + "." + name);
      return fixed != null ? fixed : new Value.Unknown(partner.cause);
    }
  }
}
