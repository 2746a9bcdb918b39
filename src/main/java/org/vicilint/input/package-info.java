/**
 * Recognises what a source holds, has it read, and assembles one estate.
 *
 * <p>Knows no rules and no permission: a problem says what could not be read.
 */
package org.vicilint.input;
