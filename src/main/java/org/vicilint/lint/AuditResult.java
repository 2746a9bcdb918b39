package org.vicilint.lint;

import java.util.List;
import org.vicilint.finding.Findings;
import org.vicilint.profile.Baseline;
import org.vicilint.rules.AuditedAccount;

/**
 * The result of a run.
 *
 * @param accounts the accounts as the rules saw them, by login; each access makes a new object
 * @param findings the findings, including waived and known ones
 * @param gone the entries of the baseline that this run did not find
 */
public record AuditResult(
    List<AuditedAccount> accounts, Findings findings, List<Baseline.Entry> gone) {}
