/**
 * Text from outside made safe to print, and passwords masked.
 *
 * <p>Needs nothing but the JDK.
 */
package org.vicilint.text;
