/**
 * A live database as tables of {@link org.vicilint.input.table}: its address, the statements that
 * it is sent, what its failures mean.
 *
 * <p>The only package that knows MariaDB's driver. Reads, and never writes.
 */
package org.vicilint.database;
