package org.vicilint.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.vicilint.finding.Finding;
import org.vicilint.profile.Baseline;
import org.vicilint.rules.AuditedAccount;

/** Judges accounts: rules, waivers, baseline. Deterministic and thread-safe. */
final class RuleRunner {
  private final AccountRules rules;
  private final Waivers waivers;
  private final BaselineMatcher known;

  RuleRunner(AccountRules rules, Waivers waivers, BaselineMatcher known) {
    this.rules = rules;
    this.waivers = waivers;
    this.known = known;
  }

  /**
   * The results of some accounts.
   *
   * @param accounts the number of judged accounts
   * @param findings the findings, in the order of the accounts
   * @param matched the number of findings that each waiver covers
   * @param used the entries of the baseline that match a finding
   */
  record Verdicts(int accounts, List<Finding> findings, int[] matched, List<Baseline.Entry> used) {}

  /** Judges one account by all rules. */
  List<Finding> judge(AuditedAccount audited) {
    Verdicts verdicts = none(1);
    add(rules.check(audited, AccountRules.ALL), verdicts);
    return verdicts.findings;
  }

  /**
   * Judges many by all rules, in parts.
   *
   * @param traces receives the findings
   * @param ahead whether other threads may judge parts ahead of the consumer
   */
  OrderedChunks<Verdicts> all(AuditPlan accounts, FindingBitmap traces, boolean ahead) {
    List<Supplier<Verdicts>> parts = new ArrayList<>();
    for (int from = 0; from < accounts.size(); from += OrderedChunks.SIZE) {
      int first = from;
      int end = Math.min(from + OrderedChunks.SIZE, accounts.size());
      parts.add(() -> first(accounts, first, end, traces));
    }
    return new OrderedChunks<>(parts, ahead);
  }

  private Verdicts first(AuditPlan accounts, int from, int to, FindingBitmap traces) {
    Verdicts verdicts = none(to - from);
    for (int i = from; i < to; i++) {
      long these = accounts.rules(i);
      if (these == 0) {
        continue;
      }
      int before = verdicts.findings.size();
      add(rules.check(accounts.get(i), these), verdicts);
      for (Finding finding : verdicts.findings.subList(before, verdicts.findings.size())) {
        traces.add(i, rules.bit(finding.rule()), finding);
      }
    }
    return verdicts;
  }

  /**
   * Judges accounts again, in parts, by the rules that found something on them.
   *
   * @param which the rules whose findings are wanted
   */
  OrderedChunks<Verdicts> again(AuditPlan accounts, FindingBitmap traces, long which) {
    List<Supplier<Verdicts>> parts = new ArrayList<>();
    for (int from = 0; from < accounts.size(); from += OrderedChunks.SIZE) {
      int first = from;
      int end = Math.min(from + OrderedChunks.SIZE, accounts.size());
      while (first < end && (traces.of(first) & which) == 0) {
        first++;
      }
      if (first < end) {
        int begin = first;
        parts.add(() -> again(accounts, begin, end, traces, which));
      }
    }
    return new OrderedChunks<>(parts, true);
  }

  private Verdicts again(AuditPlan accounts, int from, int to, FindingBitmap traces, long which) {
    Verdicts verdicts = none(to - from);
    for (int i = from; i < to; i++) {
      long these = traces.of(i) & which;
      if (these != 0) {
        add(rules.check(accounts.get(i), these), verdicts);
      }
    }
    return verdicts;
  }

  private Verdicts none(int accounts) {
    return new Verdicts(accounts, new ArrayList<>(), new int[waivers.size()], new ArrayList<>());
  }

  /** Adds what the rules found on one account. */
  private void add(List<Finding> findings, Verdicts verdicts) {
    if (findings.isEmpty()) {
      return; // most accounts
    }
    findings.replaceAll(finding -> waivers.apply(finding, verdicts.matched));
    known.mark(findings, verdicts.used::add);
    findings.sort(Finding.ORDER);
    verdicts.findings.addAll(findings);
  }
}
