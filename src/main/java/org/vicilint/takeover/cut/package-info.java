/**
 * The changes that remove most of the takeover power, found one after the other.
 *
 * <p>Makes no change; it evaluates candidates.
 */
package org.vicilint.takeover.cut;
