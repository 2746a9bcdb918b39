/**
 * Statements of SQL, parsed.
 *
 * <p>Knows no table of VICIdial.
 */
package org.vicilint.sql;
