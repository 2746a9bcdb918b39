package org.vicilint.render.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vicilint.access.Administrators;
import org.vicilint.engine.ByAccount;
import org.vicilint.engine.LintResult;
import org.vicilint.engine.RiskFix;
import org.vicilint.engine.RiskScore;
import org.vicilint.engine.Worst;
import org.vicilint.finding.Finding;
import org.vicilint.rules.AuditedAccount;

/**
 * The content of the review of an estate: its worst accounts and findings, and counts of the whole.
 * A single pass over the estate collects it, and only the shown parts stay in memory.
 */
final class RiskSurvey {
  private static final Comparator<Seen> WORST_FINDING =
      Comparator.comparing(
          Seen::finding,
          Comparator.comparing((Finding f) -> !f.open())
              .thenComparing(Finding::severity)
              .thenComparing(Finding::rule)
              .thenComparing(Finding.ORDER));

  private static final Comparator<RatedAccount> WORST_ACCOUNT =
      Comparator.comparingInt(RatedAccount::score)
          .thenComparingInt(RatedAccount::callable)
          .reversed()
          .thenComparing(RatedAccount::user);

  private final Worst<RatedAccount> accounts;
  private final Worst<Seen> findings;
  private final Worst<First> fixes;
  private final int fixCount;
  private final RiskPicture picture = new RiskPicture();
  private final SortedMap<String, Long> kinds = new TreeMap<>();
  private long score;

  /**
   * A finding.
   *
   * @param audited its account; null for a finding on a waiver
   */
  record Seen(Finding finding, AuditedAccount audited) {}

  /** The best fix of an account, of these findings. */
  private record First(RiskFix fix, List<Finding> findings) {}

  private RiskSurvey(int accounts, int findings, int fixes) {
    this.accounts = new Worst<>(accounts, WORST_ACCOUNT);
    this.findings = new Worst<>(findings, WORST_FINDING);
    this.fixes = new Worst<>(fixes, Comparator.comparing(First::fix, RiskFix.ORDER));
    this.fixCount = fixes;
  }

  /**
   * Collects the content in one pass over all findings.
   *
   * @param accounts the most accounts to show
   * @param findings the most findings to show
   * @param fixes the most fixes to show
   */
  static RiskSurvey of(LintResult result, int accounts, int findings, int fixes) {
    RiskSurvey survey = new RiskSurvey(accounts, findings, fixes);
    Administrators administrators =
        new Administrators(
            result.estate().accounts(), account -> result.profile().kindOf(account).kind());
    for (ByAccount.Entry entry : ByAccount.of(result)) {
      entry.findings().forEach(f -> survey.findings.add(new Seen(f, entry.audited())));
      survey.score += RiskScore.of(entry.findings());
      survey.fix(
          entry.findings().stream()
              .filter(finding -> !administrators.ends(finding.user(), finding.changes()))
              .toList());
      if (entry.audited() != null) {
        int callable = result.access().callable(entry.audited().subject());
        survey.account(RatedAccount.of(entry.audited(), entry.findings(), callable));
      }
    }
    return survey;
  }

  private void account(RatedAccount rated) {
    accounts.add(rated);
    picture.add(rated);
    kinds.merge(rated.audited().kind().word(), 1L, Long::sum);
  }

  private void fix(List<Finding> theirs) {
    if (theirs.isEmpty()) {
      return;
    }
    // None removes more than all that is open, nor with fewer changes than none.
    RiskFix all = new RiskFix(theirs.get(0).user(), List.of(), List.of(), RiskScore.of(theirs));
    if (!fixes.mayTake(new First(all, theirs))) {
      return;
    }
    // No fix of an account whose first one is not among the best can be.
    RiskFix.first(theirs).ifPresent(fix -> fixes.add(new First(fix, theirs)));
  }

  /** The accounts with the highest score and the most functions, in that order. */
  List<RatedAccount> accounts() {
    return accounts.all();
  }

  /** The worst findings, the worst first. */
  List<Seen> findings() {
    return findings.all();
  }

  /** The pieces of work that remove most, the best first. */
  List<RiskFix> fixes() {
    List<Finding> theirs = new ArrayList<>();
    fixes.all().forEach(first -> theirs.addAll(first.findings()));
    return RiskFix.best(theirs, fixCount);
  }

  RiskPicture picture() {
    return picture;
  }

  /** How many accounts there are of each kind. */
  SortedMap<String, Long> kinds() {
    return kinds;
  }

  /** The score of all together. */
  long score() {
    return score;
  }
}
