package org.vicilint.sql.play;

import org.vicilint.sql.Value;

/**
 * Value of a column in a row, and the statement that put it there.
 *
 * @param line where that begins; 0 for a default
 */
record Cell(Value value, int line, int column) {}
