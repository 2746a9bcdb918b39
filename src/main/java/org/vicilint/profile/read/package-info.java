/**
 * Reads profiles with those that they extend, and baselines, with the place of every value.
 *
 * <p>Knows no rule: ids are checked by the run.
 */
package org.vicilint.profile.read;
