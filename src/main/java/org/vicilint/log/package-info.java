/**
 * Rows of the API's log, counted by account and function while they are read.
 *
 * <p>Its memory does not grow with the log.
 */
package org.vicilint.log;
