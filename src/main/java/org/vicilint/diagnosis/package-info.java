/**
 * Recognises answers of the server by the texts of the catalog, and asks the evaluator about the
 * accounts in them.
 *
 * <p>Knows no files: it is given lines.
 */
package org.vicilint.diagnosis;
