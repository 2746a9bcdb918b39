/**
 * Answers of {@code can} and {@code matrix}.
 *
 * <p>Decides nothing.
 */
package org.vicilint.render.access;
