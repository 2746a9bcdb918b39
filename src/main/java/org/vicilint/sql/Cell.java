package org.vicilint.sql;

/**
 * What a row holds in a column, and the statement that put it there.
 *
 * @param line where that begins; 0 for a default
 */
record Cell(Value value, int line, int column) {}
