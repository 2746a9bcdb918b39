/**
 * The layered picture of takeovers (Sugiyama's method).
 *
 * <p>Knows only boxes and arrows.
 */
package org.vicilint.render.chart;
