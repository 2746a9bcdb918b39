/**
 * What differs between two estates, and after an upgrade: calls, pages, reach, and the severity of
 * a gain.
 *
 * <p>Knows no rules and no outputs.
 */
package org.vicilint.diff;
