/**
 * Dumps and scripts of SQL as tables, and the SQL in shell scripts.
 *
 * <p>Parses no statement; {@link org.vicilint.sql} does.
 */
package org.vicilint.input.sql;
