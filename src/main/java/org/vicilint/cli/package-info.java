/**
 * The command line: one class a command, options, streams, exit statuses.
 *
 * <p>Decides nothing about accounts: the results come from below, and renderers write them.
 */
package org.vicilint.cli;
