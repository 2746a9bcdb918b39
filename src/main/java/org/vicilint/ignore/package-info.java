/**
 * Patterns in the language of {@code .gitignore}, and what a git work tree ignores.
 *
 * <p>Knows no sources; it is asked about paths.
 */
package org.vicilint.ignore;
