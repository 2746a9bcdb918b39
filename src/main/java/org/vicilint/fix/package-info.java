/**
 * The changes that clear findings, and whether they are safe.
 *
 * <p>Writes nothing; {@link org.vicilint.definition} does.
 */
package org.vicilint.fix;
