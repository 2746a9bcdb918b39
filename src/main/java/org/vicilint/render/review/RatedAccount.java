package org.vicilint.render.review;

import java.util.List;
import org.vicilint.engine.RiskScore;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.rules.AuditedAccount;

/**
 * An account with its risk.
 *
 * @param findings its findings, in their order
 * @param score what the open ones count
 * @param callable how many functions it can call
 * @param worst how bad the worst open one is; null without any
 */
record RatedAccount(
    AuditedAccount audited, List<Finding> findings, int score, int callable, Severity worst) {

  static RatedAccount of(AuditedAccount audited, List<Finding> findings, int callable) {
    return new RatedAccount(
        audited,
        findings,
        RiskScore.of(findings),
        callable,
        findings.stream()
            .filter(Finding::open)
            .map(Finding::severity)
            .min(Severity::compareTo)
            .orElse(null));
  }

  String user() {
    return audited.account().user();
  }
}
