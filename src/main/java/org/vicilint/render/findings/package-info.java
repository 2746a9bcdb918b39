/**
 * Findings in each format, and baselines.
 *
 * <p>Decides nothing.
 */
package org.vicilint.render.findings;
