package org.vicilint.sql.play;

import org.vicilint.sql.Value;

/**
 * What a row holds in a column, and the statement that put it there.
 *
 * @param line where that begins; 0 for a default
 */
record Cell(Value value, int line, int column) {}
