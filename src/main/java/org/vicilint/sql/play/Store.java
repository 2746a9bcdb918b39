package org.vicilint.sql.play;

import org.vicilint.sql.Value;

/** Puts values into rows as the server does without the strict mode. */
final class Store {
  private final Playing playing;
  private final boolean strict;

  /**
   * @param strict whether a value that a column cannot hold is refused, and not made to fit
   */
  Store(Playing playing, boolean strict) {
    this.playing = playing;
    this.strict = strict;
  }

  /**
   * Returns the column's cell after a store; a NULL that it cannot hold becomes the least value.
   */
  Cell cell(PlayedTable table, int index, Value value) throws Refused {
    ColumnDefinition column = table.column(index);
    if (strict && !column.holds(value)) {
      throw new Refused(
          "in the strict mode that the script sets, %s cannot hold the value"
              .formatted(column.name()));
    }
    Value stored;
    if (value instanceof Value.Unknown) {
      stored = value;
    } else if (value == Value.NULL) {
      stored = column.nullable() ? Value.NULL : column.kind().implicit();
    } else {
      Value kept = column.kind().stored(value);
      stored =
          kept != null
              ? kept
              : playing.unknown(
                  "only the server can tell what " + column.name() + " makes of the value");
    }
    return new Cell(stored, playing.line(), playing.column());
  }

  /** The index of a column that a statement names; of a table in part also one that is new. */
  int index(PlayedTable table, String name) throws Refused {
    int index = table.index(name);
    if (index >= 0) {
      return index;
    }
    if (table.created()) {
      throw new Refused("it names a column that " + table.name() + " does not have");
    }
    return table.unknownColumn(name);
  }
}
