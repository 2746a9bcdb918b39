/**
 * Values of a definition file changed with every other byte kept, and accounts written as
 * definitions and as SQL.
 *
 * <p>Knows no findings: it is given changes.
 */
package org.vicilint.definition;
