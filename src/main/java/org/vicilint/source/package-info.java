/**
 * Files, folders and standard input, packed or not, as bytes and as text, and the problems of one
 * source.
 *
 * <p>Knows no format of what it reads.
 */
package org.vicilint.source;
