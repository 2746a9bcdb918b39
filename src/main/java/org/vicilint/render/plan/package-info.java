/**
 * Proposals of {@code recommend}, {@code onboard} and {@code fix}.
 *
 * <p>Decides nothing.
 */
package org.vicilint.render.plan;
