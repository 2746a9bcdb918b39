/**
 * Statements played on tables into the rows that a server would hold; what cannot be played leaves
 * rows unknown.
 *
 * <p>Knows no accounts: rows and columns are all it has.
 */
package org.vicilint.sql.play;
