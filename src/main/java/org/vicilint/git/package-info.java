/**
 * Files as a revision of a git repository has them.
 *
 * <p>Runs no hook, filter or conversion, and reads nobody's configuration.
 */
package org.vicilint.git;
