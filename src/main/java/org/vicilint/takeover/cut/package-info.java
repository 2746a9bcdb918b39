/**
 * The changes that remove most of the takeover power, found with a greedy search.
 *
 * <p>Makes no change; it evaluates candidates.
 */
package org.vicilint.takeover.cut;
