package org.vicilint.sql.play;

import org.vicilint.sql.Cause;
import org.vicilint.sql.Value;

/**
 * A row. It is never changed, so that a state of the table can be kept; a change makes another row
 * with the same number.
 */
final class PlayedRow {
  private final long number;
  private final Cell[] cells;
  private final Cause maybe;
  private final int line;
  private final int column;

  /**
   * @param number distinguishes it from the other rows of its table
   * @param cells by the index of the column
   * @param maybe why nobody knows whether the row is there; null when it is
   * @param line where the statement begins that inserted it
   */
  PlayedRow(long number, Cell[] cells, Cause maybe, int line, int column) {
    this.number = number;
    this.cells = cells;
    this.maybe = maybe;
    this.line = line;
    this.column = column;
  }

  long number() {
    return number;
  }

  int width() {
    return cells.length;
  }

  Cell cell(int index) {
    return cells[index];
  }

  Value value(int index) {
    return cells[index].value();
  }

  Cause maybe() {
    return maybe;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  PlayedRow with(int index, Cell cell) {
    Cell[] changed = cells.clone();
    changed[index] = cell;
    return new PlayedRow(number, changed, maybe, line, column);
  }

  /** The row with columns that it did not have. */
  PlayedRow widened(Cell[] more) {
    Cell[] wider = java.util.Arrays.copyOf(cells, cells.length + more.length);
    System.arraycopy(more, 0, wider, cells.length, more.length);
    return new PlayedRow(number, wider, maybe, line, column);
  }

  PlayedRow maybe(Cause cause) {
    return maybe == null ? new PlayedRow(number, cells, cause, line, column) : this;
  }

  /** The row after nobody knows whether it became the other one. */
  PlayedRow or(PlayedRow other, Cause cause) {
    Cell[] merged = cells.clone();
    for (int i = 0; i < merged.length; i++) {
      if (!merged[i].value().equals(other.value(i))) {
        Cell later = other.cell(i);
        merged[i] = new Cell(new Value.Unknown(cause), later.line(), later.column());
      }
    }
    return new PlayedRow(number, merged, maybe, line, column);
  }
}
