/**
 * The requests that a script, a command line of curl, a program, a table or a document holds.
 *
 * <p>Predicts nothing; {@link org.vicilint.simulate} does.
 */
package org.vicilint.input.requests;
