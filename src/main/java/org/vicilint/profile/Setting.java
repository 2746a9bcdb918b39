package org.vicilint.profile;

import org.vicilint.finding.Severity;

/**
 * Setting of a profile for a rule.
 *
 * @param on whether it runs
 * @param severity how bad all its findings are; null to leave that to the rule's page
 */
public record Setting(boolean on, Severity severity) {
  /** Setting of the rule's page. */
  public static final Setting PLAIN = new Setting(true, null);
}
