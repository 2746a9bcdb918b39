/**
 * The tables and columns that vicilint reads, and rows as accounts, groups and settings.
 *
 * <p>The only place in which a password is a text, and only until it is a fingerprint.
 */
package org.vicilint.input.table;
