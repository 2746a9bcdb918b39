/**
 * What a rule is, what it is shown, and the pages that hold metadata and documentation of rules.
 *
 * <p>Knows no rule by name.
 */
package org.vicilint.rules;
