/**
 * Functions, pages, builds, rules and profiles as text and JSON.
 *
 * <p>Decides nothing.
 */
package org.vicilint.render.catalog;
