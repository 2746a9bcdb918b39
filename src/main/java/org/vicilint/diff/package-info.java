/**
 * Differences between two estates, and those after an upgrade: calls, pages, reach, and the
 * severity of a gain.
 *
 * <p>Knows no rules and no outputs.
 */
package org.vicilint.diff;
