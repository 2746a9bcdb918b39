package org.vicilint.lint;

import java.util.List;
import org.vicilint.finding.Findings;
import org.vicilint.profile.Baseline;
import org.vicilint.rules.AuditedAccount;

/**
 * What a run found.
 *
 * @param accounts the accounts as the rules saw them, by name; each is made when it is asked for
 * @param findings waived and known ones too
 * @param gone what the baseline knows and this run did not find
 */
public record AuditResult(
    List<AuditedAccount> accounts, Findings findings, List<Baseline.Entry> gone) {}
