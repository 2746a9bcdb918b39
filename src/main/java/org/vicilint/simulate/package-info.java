/**
 * What the server would do with requests about accounts: one class a function.
 *
 * <p>Knows no files and no findings.
 */
package org.vicilint.simulate;
