package org.vicilint.testkit;

import java.util.List;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Evidence;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Findings;
import org.vicilint.finding.Severity;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.profile.Profile;

/** Findings and results that the tests of several formats write. */
public final class LintResults {

  public static final SourceLocation PLACE = new SourceLocation("users.yaml", 3, 5);
  private static final Profile PROFILE = Runs.profile("default");

  public static Finding finding(Severity severity, String user, String message) {
    return Finding.of(
        "not-api-only",
        severity,
        Confidence.CERTAIN,
        user,
        PLACE,
        message,
        List.of(new Evidence("api_only_user", "0", PLACE)),
        List.of(new Change("api_only_user", "0", "1")));
  }

  public static LintResult result(
      List<Finding> findings, List<Problem> problems, List<String> notes) {
    LintResult run = Runs.all(Estate.of(List.of(), new Groups(List.of())), PROFILE);
    return new LintResult(
        run.estate(),
        run.access(),
        run.accounts(),
        Findings.of(findings),
        run.gone(),
        run.pages(),
        run.skipped(),
        run.waiting(),
        run.profile(),
        run.failOn(),
        problems,
        notes,
        run.occasion());
  }

  public static LintResult run() {
    List<Account> accounts =
        List.of(
            Account.builder("crm")
                .column("user_level", "9")
                .column("vdc_agent_api_access", "1")
                .build(),
            Account.builder("=cmd|x")
                .column("user_level", "8")
                .column("vdc_agent_api_access", "1")
                .build());
    return Runs.all(Estate.of(accounts, new Groups(List.of())), PROFILE);
  }

  private LintResults() {}
}
