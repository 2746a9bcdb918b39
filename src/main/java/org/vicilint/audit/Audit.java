package org.vicilint.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Needs;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Waiver;
import org.vicilint.policy.Baseline;
import org.vicilint.policy.Profile;
import org.vicilint.rule.AccountRule;
import org.vicilint.rule.AuditedAccount;
import org.vicilint.rule.EstateView;
import org.vicilint.rule.Hit;
import org.vicilint.rule.Rule;
import org.vicilint.rule.RulePage;
import org.vicilint.rule.WaiverRule;
import org.vicilint.rule.WaiverUse;

/**
 * A run of rules over an estate: first those that look at accounts, then waivers, then those that
 * look at waivers, then the baseline.
 */
public final class Audit {
  private final List<AccountRule> accountRules = new ArrayList<>();
  private final List<WaiverRule> waiverRules = new ArrayList<>();
  private final Map<String, RulePage> pages;
  private final Profile profile;
  private final LocalDate today;

  /**
   * @param rules those that are to run
   * @param pages their pages, by id
   * @param today the day by which waivers expire and accounts are stale
   */
  public Audit(
      List<? extends Rule> rules, Map<String, RulePage> pages, Profile profile, LocalDate today) {
    this.pages = pages;
    this.profile = profile;
    this.today = today;
    for (Rule rule : rules) {
      if (rule instanceof AccountRule r) {
        accountRules.add(r);
      } else if (rule instanceof WaiverRule r) {
        waiverRules.add(r);
      }
    }
  }

  /** Runs every rule. */
  public AuditResult run(Estate estate, AccessEvaluator access, Baseline baseline) {
    EstateView view = new EstateView(estate, access, profile, today);
    Needs needs = new Needs(access);
    List<AuditedAccount> accounts =
        estate.accounts().stream().map(account -> examine(account, access, needs)).toList();
    List<Finding> findings = new ArrayList<>();
    for (AuditedAccount account : accounts) {
      for (AccountRule rule : accountRules) {
        for (Hit hit : rule.check(account, view)) {
          findings.add(finding(rule, account.account().user(), hit));
        }
      }
    }
    List<Waiver> waivers = new ArrayList<>(estate.waivers());
    waivers.addAll(profile.waivers());
    Waivers applied = new Waivers(waivers, today);
    findings.replaceAll(applied::apply);
    for (WaiverUse use : applied.uses(estate, this::runs)) {
      for (WaiverRule rule : waiverRules) {
        rule.check(use).ifPresent(hit -> findings.add(finding(rule, user(use.waiver()), hit)));
      }
    }
    Known known = new Known(baseline);
    findings.replaceAll(known::mark);
    findings.sort(Finding.ORDER);
    return new AuditResult(
        accounts, List.copyOf(findings), known.gone(baseline, pages::containsKey));
  }

  /**
   * What the rules say of some accounts, each by itself; waivers hold, and none is called unused.
   *
   * @param some accounts of the estate, or others that are to be seen among its accounts
   * @return the findings of each, in the same order
   */
  public List<List<Finding>> of(List<Account> some, Estate estate, AccessEvaluator access) {
    EstateView view = new EstateView(estate, access, profile, today);
    Needs needs = new Needs(access);
    List<Waiver> waivers = new ArrayList<>(estate.waivers());
    waivers.addAll(profile.waivers());
    Waivers applied = new Waivers(waivers, today);
    List<List<Finding>> all = new ArrayList<>();
    for (Account account : some) {
      AuditedAccount examined = examine(account, access, needs);
      List<Finding> findings = new ArrayList<>();
      for (AccountRule rule : accountRules) {
        for (Hit hit : rule.check(examined, view)) {
          findings.add(applied.apply(finding(rule, account.user(), hit)));
        }
      }
      findings.sort(Finding.ORDER);
      all.add(List.copyOf(findings));
    }
    return all;
  }

  /** An account as rules see it. */
  private AuditedAccount examine(Account account, AccessEvaluator access, Needs needs) {
    Profile.Judged judged = profile.kindOf(account);
    return new AuditedAccount(
        account, judged.kind(), judged.inferredFrom(), needs.of(account), access.prepare(account));
  }

  private boolean runs(String rule) {
    return accountRules.stream().anyMatch(r -> r.id().equals(rule));
  }

  private static String user(Waiver waiver) {
    return String.join(" ", waiver.accounts());
  }

  private Finding finding(Rule rule, String user, Hit hit) {
    Severity decided = profile.setting(rule.id()).severity();
    return Finding.of(
        rule.id(),
        decided != null ? decided : pages.get(rule.id()).severityOf(hit),
        hit.inferred() ? Confidence.LIKELY : Confidence.CERTAIN,
        user,
        hit.evidence().get(0).place(),
        hit.message(),
        hit.evidence(),
        hit.changes());
  }
}
