/**
 * Simulates the server's handling of requests about accounts: one class a function.
 *
 * <p>Knows no files and no findings.
 */
package org.vicilint.simulate;
