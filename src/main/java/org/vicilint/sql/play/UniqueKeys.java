package org.vicilint.sql.play;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.vicilint.model.Groups;
import org.vicilint.sql.Cause;
import org.vicilint.sql.Value;

/** The columns whose values no two rows of a table share, and which row has which value. */
final class UniqueKeys {
  private final TableDefinition definition;
  private final ToIntFunction<String> indexes;
  private final Map<Long, PlayedRow> rows;

  /** For each key the numbers of the rows that have it; null until first use. */
  private List<Map<String, Long>> numbers;

  /** Whether a key has held letters beyond ASCII. */
  private boolean beyondAscii;

  /**
   * @param indexes the index of a column; -1 when the table has none of that name
   * @param rows the rows of the table by their number; the table reports its changes of them
   */
  UniqueKeys(TableDefinition definition, ToIntFunction<String> indexes, Map<Long, PlayedRow> rows) {
    this.definition = definition;
    this.indexes = indexes;
    this.rows = rows;
  }

  /** The table has changed as a whole. */
  void forget() {
    numbers = null;
  }

  /**
   * The table has another row in the place of one.
   *
   * @param old null when there was none
   * @param row null when it is gone
   */
  void replace(PlayedRow old, PlayedRow row) {
    if (numbers == null) {
      return;
    }
    for (int i = 0; old != null && i < numbers.size(); i++) {
      numbers.get(i).remove(key(old, definition.keys().get(i)), old.number());
    }
    if (row != null) {
      enter(row);
    }
  }

  private void enter(PlayedRow row) {
    for (int i = 0; i < numbers.size(); i++) {
      String key = key(row, definition.keys().get(i));
      if (key != null) {
        numbers.get(i).put(key, row.number());
        beyondAscii |= !Comparison.plain(key);
      }
    }
  }

  private void find() {
    if (numbers == null) {
      numbers = new ArrayList<>();
      definition.keys().forEach(key -> numbers.add(new HashMap<>()));
      rows.values().forEach(this::enter);
    }
  }

  boolean has(String column) {
    return definition.keys().stream().anyMatch(key -> key.contains(column));
  }

  /** The rows that have a key in common with this one. */
  Collection<PlayedRow> same(PlayedRow row) {
    find();
    Map<Long, PlayedRow> same = new LinkedHashMap<>();
    for (int i = 0; i < numbers.size(); i++) {
      String key = key(row, definition.keys().get(i));
      Long number = key == null ? null : numbers.get(i).get(key);
      if (number != null) {
        same.put(number, rows.get(number));
      }
    }
    return List.copyOf(same.values());
  }

  /**
   * Returns the rows that may have a key in common with this one, while nobody knows: the collation
   * decides, or only the server knows the number that it gave.
   */
  List<PlayedRow> maybeSame(PlayedRow row) {
    find();
    List<PlayedRow> same = new ArrayList<>();
    for (List<String> key : definition.keys()) {
      int index = key.size() == 1 ? indexes.applyAsInt(key.get(0)) : -1;
      if (index >= 0 && row.value(index) instanceof Value.Num) {
        rows.values().stream()
            .filter(other -> other.value(index) instanceof Value.Unknown)
            .forEach(same::add);
      }
      if (index >= 0
          && row.value(index) instanceof Value.Text text
          && (beyondAscii || !Comparison.plain(text.text()))) {
        for (PlayedRow other : rows.values()) {
          if (other.value(index) instanceof Value.Text name
              && Comparison.same(text.text(), name.text()) == null) {
            same.add(other);
          }
        }
      }
    }
    return same;
  }

  /**
   * The rows that can have a value in a column: the one that has this key, or all of them.
   *
   * @param value null when any will do
   */
  Collection<PlayedRow> having(String column, Value value) {
    int index = indexes.applyAsInt(column);
    if (index < 0
        || !(value instanceof Value.Text text)
        || !Comparison.plain(text.text())
        || !definition.keys().contains(List.of(column))
        || rows.values().stream().anyMatch(r -> r.value(index) instanceof Value.Unknown)) {
      return List.copyOf(rows.values());
    }
    find();
    if (beyondAscii) {
      return List.copyOf(rows.values());
    }
    Cell[] cells = new Cell[index + 1];
    Arrays.fill(cells, new Cell(Value.NULL, 0, 0));
    cells[index] = new Cell(value, 0, 0);
    Long number =
        numbers
            .get(definition.keys().indexOf(List.of(column)))
            .get(key(new PlayedRow(0, cells, null, 0, 0), List.of(column)));
    return number == null ? List.of() : List.of(rows.get(number));
  }

  /**
   * Returns why a key of the row is not known; a number that the server gives is no other row's.
   */
  List<Cause> unknown(PlayedRow row) {
    List<Cause> causes = new ArrayList<>();
    for (List<String> key : definition.keys()) {
      for (String name : key) {
        int index = indexes.applyAsInt(name);
        boolean counted = name.equals(definition.counter());
        if (!counted && index >= 0 && row.value(index) instanceof Value.Unknown unknown) {
          causes.add(unknown.cause());
        }
      }
    }
    return causes;
  }

  /** Key value that no two rows may share; null when it holds NULL or is not known. */
  private String key(PlayedRow row, List<String> names) {
    StringBuilder key = new StringBuilder();
    for (String name : names) {
      int index = indexes.applyAsInt(name);
      Value value = index < 0 ? Value.NULL : row.value(index);
      if (value instanceof Value.Text text) {
        key.append(Groups.key(text.text()));
      } else if (value instanceof Value.Num number) {
        key.append(number.text());
      } else {
        return null;
      }
      key.append('\0');
    }
    return key.toString();
  }
}
