package org.vicilint.audit;

import java.util.List;
import org.vicilint.finding.Finding;
import org.vicilint.policy.Baseline;
import org.vicilint.rule.AuditedAccount;

/**
 * What a run found.
 *
 * @param accounts the accounts as the rules saw them, in the estate's order
 * @param findings in the order of {@link Finding#ORDER}, waived and known ones too
 * @param gone what the baseline knows and this run did not find
 */
public record AuditResult(
    List<AuditedAccount> accounts, List<Finding> findings, List<Baseline.Entry> gone) {}
