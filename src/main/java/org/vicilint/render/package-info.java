/**
 * The kit of all renderers: JSON, Markdown, colours, wrapping, problems.
 *
 * <p>Knows no result of a command.
 */
package org.vicilint.render;
