/**
 * The interfaces of rules, their view of accounts, and the pages that hold metadata and
 * documentation of rules.
 *
 * <p>Knows no rule by name.
 */
package org.vicilint.rules;
