package org.vicilint.sql.play;

import org.vicilint.sql.ColumnKind;
import org.vicilint.sql.Value;

/**
 * A column of a table that scripts are played on.
 *
 * @param name in lower case
 * @param kind what it can hold
 * @param nullable whether it can hold NULL
 * @param otherwise what a row has that says nothing of it: a text as a server stores it, null for
 *     NULL or where {@code nullable} is false for none
 */
public record ColumnDefinition(String name, ColumnKind kind, boolean nullable, String otherwise) {

  /** Returns the value in a row that does not set the column. */
  Value byDefault() {
    if (otherwise == null) {
      return nullable ? Value.NULL : kind.implicit();
    }
    Value value = kind.stored(Value.of(otherwise));
    return value != null ? value : new Value.Unknown(PlayedTable.UNSAID); // the server computes it
  }

  /** Whether the column holds a value as it is. */
  boolean holds(Value value) {
    if (value instanceof Value.Unknown) {
      return true;
    }
    if (value == Value.NULL) {
      return nullable;
    }
    Value stored = kind.stored(value);
    if (kind instanceof ColumnKind.Words) {
      return stored instanceof Value.Text text && text.index() > 0;
    }
    if (kind instanceof ColumnKind.Whole) {
      boolean number =
          !(value instanceof Value.Text text) || text.text().strip().matches("[+-]?[0-9.]+");
      return number && Value.rounded(value.number()).compareTo(stored.number()) == 0;
    }
    String text = Functions.text(value);
    String kept = stored == null ? null : Functions.text(stored);
    return !(kind instanceof ColumnKind.Chars) || text.stripTrailing().equals(kept.stripTrailing());
  }
}
