/**
 * Definitions of accounts, groups and integrations, with the place of every value, and waivers
 * beside an account.
 *
 * <p>Knows no rule: the ids in waivers are checked by the run.
 */
package org.vicilint.input.definition;
