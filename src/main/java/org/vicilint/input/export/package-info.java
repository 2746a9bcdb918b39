/**
 * One reader for each exported form but TSV and SQL: CSV, OUTFILE, JSON, XML.
 *
 * <p>Each ends in the same rows and problems as the others.
 */
package org.vicilint.input.export;
