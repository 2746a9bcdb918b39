package org.vicilint.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vicilint.finding.Finding;
import org.vicilint.model.Account;
import org.vicilint.policy.Baseline;
import org.vicilint.rule.AuditedAccount;

/**
 * Judges accounts: rules, waivers, baseline. It always finds the same, keeps nothing, and any
 * number of threads may ask it.
 */
final class Judge {
  private final Function<Account, AuditedAccount> examine;
  private final Function<AuditedAccount, List<Finding>> rules;
  private final Waivers waivers;
  private final Known known;

  /**
   * @param examine prepares an account for rules
   * @param rules what they say of it, before waivers
   */
  Judge(
      Function<Account, AuditedAccount> examine,
      Function<AuditedAccount, List<Finding>> rules,
      Waivers waivers,
      Known known) {
    this.examine = examine;
    this.rules = rules;
    this.waivers = waivers;
    this.known = known;
  }

  /**
   * What some accounts gave.
   *
   * @param accounts how many were judged
   * @param findings of one account after the other, each in order
   * @param matched how many findings each waiver covers
   * @param used the entries of the baseline that stand for a finding
   */
  record Verdicts(int accounts, List<Finding> findings, int[] matched, List<Baseline.Entry> used) {}

  /** Judges one after the other. */
  Verdicts judge(List<Account> accounts) {
    Verdicts verdicts =
        new Verdicts(
            accounts.size(), new ArrayList<>(), new int[waivers.size()], new ArrayList<>());
    for (Account account : accounts) {
      List<Finding> found = rules.apply(examine.apply(account));
      if (found.isEmpty()) {
        continue; // most accounts
      }
      List<Finding> findings = new ArrayList<>(found);
      findings.replaceAll(finding -> waivers.apply(finding, verdicts.matched));
      known.mark(findings, verdicts.used::add);
      findings.sort(Finding.ORDER);
      verdicts.findings.addAll(findings);
    }
    return verdicts;
  }

  /**
   * Judges many, in parts.
   *
   * @param ahead whether other threads may judge parts before they are asked for
   */
  Parts<Verdicts> all(List<Account> accounts, boolean ahead) {
    List<Supplier<Verdicts>> parts = new ArrayList<>();
    for (int from = 0; from < accounts.size(); from += Parts.SIZE) {
      List<Account> part = accounts.subList(from, Math.min(from + Parts.SIZE, accounts.size()));
      parts.add(() -> judge(part));
    }
    return new Parts<>(parts, ahead);
  }
}
