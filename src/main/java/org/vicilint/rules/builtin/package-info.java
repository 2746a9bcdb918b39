/**
 * The rules that ship: one final class each, and the sorted list of them.
 *
 * <p>A rule returns evidence and changes; it prints nothing, and asks only the evaluator about
 * permissions.
 */
package org.vicilint.rules.builtin;
