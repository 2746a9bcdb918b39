package org.vicilint.sql;

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

  /** What a row has that says nothing of the column. */
  Value byDefault() {
    if (otherwise == null) {
      return nullable ? Value.NULL : kind.implicit();
    }
    Value value = kind.stored(Value.of(otherwise));
    return value != null ? value : new Value.Unknown(PlayedTable.UNSAID); // the server computes it
  }
}
