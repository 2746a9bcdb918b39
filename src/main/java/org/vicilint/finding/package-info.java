/**
 * Findings: rule, severity, confidence, evidence, changes, status.
 *
 * <p>Knows no rule and no output.
 */
package org.vicilint.finding;
