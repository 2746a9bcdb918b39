/**
 * Texts and parameters as programs of any language put them together, with holes for what they fill
 * in.
 *
 * <p>Knows nothing of VICIdial.
 */
package org.vicilint.code;
