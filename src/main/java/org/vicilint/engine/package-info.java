/**
 * Use cases: the results of the commands, and the decisions behind them.
 *
 * <p>Knows no streams, options or formats.
 */
package org.vicilint.engine;
