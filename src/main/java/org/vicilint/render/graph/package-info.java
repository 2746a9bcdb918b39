/**
 * Paths, cuts and blast radius as text, JSON, CSV and Mermaid.
 *
 * <p>Decides nothing.
 */
package org.vicilint.render.graph;
