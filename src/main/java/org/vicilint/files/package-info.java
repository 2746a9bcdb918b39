/**
 * New contents of files, written whole or not at all, also when the process is ended.
 *
 * <p>Knows nothing of what it writes.
 */
package org.vicilint.files;
