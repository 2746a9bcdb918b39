package org.vicilint.sql.play;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.sql.Cause;
import org.vicilint.sql.Query;
import org.vicilint.sql.Query.TableName;
import org.vicilint.sql.Statement.Assignment;
import org.vicilint.sql.Statement.Delete;
import org.vicilint.sql.Statement.Update;
import org.vicilint.sql.Value;

/** Plays UPDATE and DELETE. */
final class Changes {
  private final Map<String, PlayedTable> tables;
  private final Evaluator evaluator;
  private final Playing playing;
  private final Store store;

  /** Why nobody knows whether the server runs the statement; null when it does. */
  private final Cause doubt;

  Changes(
      Map<String, PlayedTable> tables,
      Evaluator evaluator,
      Playing playing,
      boolean strict,
      Cause doubt) {
    this.tables = tables;
    this.evaluator = evaluator;
    this.playing = playing;
    this.store = new Store(playing, strict);
    this.doubt = doubt;
  }

  /** Returns whether it was meant for rows with a name, and found none. */
  boolean update(Update update) throws Refused {
    boolean idle = false;
    for (TableName name : update.tables()) {
      PlayedTable table = tables.get(name.name());
      List<Assignment> mine =
          table == null
              ? List.of()
              : update.assignments().stream()
                  .filter(a -> of(a, name, table, update.tables()))
                  .toList();
      if (mine.isEmpty()) {
        continue;
      }
      for (Assignment each : mine) {
        store.index(table, each.column());
        table.mention(List.of(each.column()));
      }
      Joined joined =
          new Joined(
              tables, update.tables(), name, update.outer(), update.where(), evaluator, playing);
      Map<PlayedRow, Cause> chosen = chosen(table, joined, update.order(), update.limit());
      change(table, mine, joined, chosen);
      idle |= chosen.isEmpty() && table.counter() != null;
    }
    return idle;
  }

  private static boolean of(
      Assignment assignment, TableName name, PlayedTable table, List<TableName> all) {
    if (assignment.table() != null) {
      return assignment.table().equals(name.alias()) || assignment.table().equals(name.name());
    }
    return all.size() == 1 || table.index(assignment.column()) >= 0;
  }

  /** The rows that the statement changes, with the cause where nobody knows. */
  private Map<PlayedRow, Cause> chosen(
      PlayedTable table, Joined joined, List<Query.Order> order, Query.Limit limit) {
    Map<PlayedRow, Cause> chosen = new LinkedHashMap<>();
    for (PlayedRow row : joined.candidates()) {
      Evaluator.Truth truth = joined.truth(row);
      if (!truth.no()) {
        chosen.put(row, doubt != null ? doubt : truth.cause());
      }
    }
    List<PlayedRow> left =
        new Queries.Selection(playing, evaluator).limited(order, limit, chosen, joined::scope);
    Map<PlayedRow, Cause> inOrder = new LinkedHashMap<>();
    left.forEach(row -> inOrder.put(row, chosen.get(row)));
    return inOrder;
  }

  private void change(
      PlayedTable table, List<Assignment> assignments, Joined joined, Map<PlayedRow, Cause> chosen)
      throws Refused {
    boolean keys = assignments.stream().anyMatch(a -> table.keys().has(a.column()));
    for (Map.Entry<PlayedRow, Cause> each : chosen.entrySet()) {
      PlayedRow row = each.getKey();
      PlayedRow changed = row;
      for (Assignment assignment : assignments) {
        int index = table.index(assignment.column());
        Value value = joined.value(assignment.value(), row, changed, index);
        changed = changed.with(index, store.cell(table, index, value));
      }
      Cause cause = each.getValue();
      PlayedRow result = cause == null ? changed : row.or(changed, cause);
      if (keys) {
        rekey(table, row, result);
      } else {
        table.put(result);
      }
    }
  }

  /** A row gets another key: it must not be that of another row, and must be known. */
  private void rekey(PlayedTable table, PlayedRow row, PlayedRow changed) throws Refused {
    for (Cause cause : table.keys().unknown(changed)) {
      table.unknownRows(cause);
      table.put(row.maybe(cause));
      return;
    }
    for (PlayedRow other : table.keys().same(changed)) {
      if (other.number() != row.number()) {
        throw new Refused("a row of " + table.name() + " already has this key");
      }
    }
    table.put(changed);
  }

  /** Returns whether it was meant for rows with a name, and found none. */
  boolean delete(Delete delete) {
    boolean idle = false;
    for (TableName name : delete.tables()) {
      PlayedTable table = tables.get(name.name());
      boolean target =
          delete.targets().contains(name.alias()) || delete.targets().contains(name.name());
      if (table == null || !target) {
        continue;
      }
      boolean all = delete.where() == null && delete.limit() == null && doubt == null;
      if (all && delete.tables().size() == 1) {
        table.empty();
        continue;
      }
      Joined joined =
          new Joined(
              tables, delete.tables(), name, delete.outer(), delete.where(), evaluator, playing);
      Map<PlayedRow, Cause> chosen = chosen(table, joined, delete.order(), delete.limit());
      for (Map.Entry<PlayedRow, Cause> each : chosen.entrySet()) {
        if (each.getValue() == null) {
          table.remove(each.getKey());
        } else {
          table.put(each.getKey().maybe(each.getValue()));
        }
      }
      idle |= chosen.isEmpty() && table.counter() != null;
    }
    return idle;
  }
}
