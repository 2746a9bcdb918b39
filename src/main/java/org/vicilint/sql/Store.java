package org.vicilint.sql;

/** Puts values into rows as the server does without the strict mode. */
final class Store {
  private final Playing playing;

  Store(Playing playing) {
    this.playing = playing;
  }

  /** What the column holds afterwards; a NULL that it cannot hold becomes the least value. */
  Cell cell(PlayedTable table, int index, Value value) {
    ColumnDefinition column = table.column(index);
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
                  "only the server can tell what "
                      + Names.shown(column.name())
                      + " makes of the value");
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
      throw new Refused(table.name() + " has no column " + Names.shown(name));
    }
    return table.unknownColumn(name);
  }
}
