/**
 * Rules that an organisation writes for itself, in CEL.
 *
 * <p>The only package that knows the expression language; loaded only when a profile has such
 * rules.
 */
package org.vicilint.rules.custom;
