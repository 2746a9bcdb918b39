/**
 * The evaluator: whether an account may call a function or open a page, gate by gate, and the least
 * that a need takes.
 *
 * <p>Knows no files, findings or outputs. Every permission answer of vicilint is asked here.
 */
package org.vicilint.access;
