package org.vicilint.sql.play;

import org.vicilint.sql.Value;

/** Resolves the columns in an expression to their values. */
interface Scope {
  /** A scope without columns, in which a name is a mistake. */
  Scope NONE = (table, name) -> null;

  /**
   * Returns the value of a column.
   *
   * @param tableOrNull the table or alias in front of the name
   * @return null when there is no such column here
   */
  Value column(String tableOrNull, String name);

  /**
   * Returns the value that the INSERT would have stored in a column, behind ON DUPLICATE KEY
   * UPDATE.
   */
  default Value inserted(String name) {
    return null;
  }

  /** The default of a column; without a name that of the one which is set. */
  default Value byDefault(String nameOrNull) {
    return null;
  }
}
