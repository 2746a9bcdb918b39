/**
 * The API's log by account and function.
 *
 * <p>Decides nothing.
 */
package org.vicilint.render.usage;
