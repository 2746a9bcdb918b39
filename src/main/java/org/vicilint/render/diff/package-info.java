/**
 * Changes that {@code diff} and {@code upgrade} found.
 *
 * <p>Decides nothing.
 */
package org.vicilint.render.diff;
