/**
 * The profile of an organisation: fail level, kinds of accounts, settings of rules; the baseline.
 *
 * <p>Reads no files; {@link org.vicilint.profile.read} does.
 */
package org.vicilint.profile;
