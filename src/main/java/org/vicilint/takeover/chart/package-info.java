/**
 * The graph of takeovers as few boxes and arrows.
 *
 * <p>Knows nothing of how they are drawn.
 */
package org.vicilint.takeover.chart;
