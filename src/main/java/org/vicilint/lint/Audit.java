package org.vicilint.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.finding.Finding;
import org.vicilint.finding.FindingCounts;
import org.vicilint.finding.Findings;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Kind;
import org.vicilint.model.Meter;
import org.vicilint.model.Waiver;
import org.vicilint.profile.Baseline;
import org.vicilint.profile.Profile;
import org.vicilint.rules.Rule;
import org.vicilint.rules.RuleContext;
import org.vicilint.rules.RulePage;
import org.vicilint.rules.WaiverRule;
import org.vicilint.rules.WaiverUse;

/**
 * Runs rules over an estate: first the account rules, then waivers, then the waiver rules, then the
 * baseline.
 */
public final class Audit {
  /** The most findings to keep in memory; they take about 50 MB. */
  private static final int HELD = 50_000;

  private final List<Rule> rules;
  private final Map<String, RulePage> pages;
  private final Profile profile;
  private final LocalDate today;

  /**
   * @param rules the rules to run
   * @param pages their pages, by id
   * @param today the day by which waivers expire and accounts are stale
   */
  public Audit(
      List<? extends Rule> rules, Map<String, RulePage> pages, Profile profile, LocalDate today) {
    this.rules = List.copyOf(rules);
    this.pages = pages;
    this.profile = profile;
    this.today = today;
  }

  /** Returns the kind of an account. */
  public Kind kindOf(Account account) {
    return profile.kindOf(account).kind();
  }

  /** Runs every rule. */
  public AuditResult run(Estate estate, AccessEvaluator access, Baseline baseline) {
    return run(estate, access, baseline, Meter.NONE);
  }

  /**
   * Runs every rule.
   *
   * @param judged counts the judged accounts
   */
  public AuditResult run(Estate estate, AccessEvaluator access, Baseline baseline, Meter judged) {
    return run(estate, access, baseline, judged, HELD);
  }

  /**
   * Runs every rule.
   *
   * @param judged counts the judged accounts
   * @param most the most findings to keep in memory; if there are more, each iteration computes
   *     them again. The result is the same.
   */
  public AuditResult run(
      Estate estate, AccessEvaluator access, Baseline baseline, Meter judged, int most) {
    RuleContext view = view(estate, access);
    Waivers waivers = waivers(estate);
    BaselineMatcher known = new BaselineMatcher(baseline);
    AccountRules accountRules = new AccountRules(rules, pages, profile, view);
    AuditPlan accounts =
        new AuditPlan(
            estate.accounts().inOrder(), new AccountPreparer(profile, access), accountRules);
    accountRules.prepare(accounts.rules());
    RuleRunner judge = new RuleRunner(accountRules, waivers, known);
    FindingBitmap traces = new FindingBitmap(accounts.size());

    List<Finding> held = new ArrayList<>();
    FindingCounts tally = new FindingCounts();
    int[] matched = new int[waivers.size()];
    List<Baseline.Entry> used = new ArrayList<>();
    // A custom rule reports the first account that it fails on, so the order must be fixed.
    OrderedChunks<RuleRunner.Verdicts> parts =
        judge.all(accounts, traces, profile.ownRules().isEmpty());
    while (parts.hasNext()) {
      RuleRunner.Verdicts part = parts.next();
      judged.add(part.accounts());
      part.findings().forEach(tally::add);
      Arrays.setAll(matched, i -> matched[i] + part.matched()[i]);
      used.addAll(part.used());
      if (tally.total() <= most) {
        held.addAll(part.findings());
      } else {
        held.clear();
      }
    }
    List<Finding> others = new ArrayList<>();
    for (WaiverUse use : waivers.uses(estate, matched, accountRules::runs)) {
      for (Rule rule : rules) {
        if (rule instanceof WaiverRule r) {
          r.check(use)
              .ifPresent(hit -> others.add(accountRules.finding(r, user(use.waiver()), hit)));
        }
      }
    }
    known.mark(others, used::add);
    others.sort(Finding.ORDER);
    others.forEach(tally::add);
    held.addAll(others);
    return new AuditResult(
        accounts,
        tally.total() <= most
            ? Findings.of(held)
            : new RecomputedFindings(judge, accounts, traces, List.copyOf(others), tally),
        known.gone(used, pages::containsKey));
  }

  /**
   * Returns the findings on some accounts, each by itself. Waivers apply, and no waiver is reported
   * as unused.
   *
   * @param some accounts of the estate, or others to judge in the context of its accounts
   * @return the findings of each, in the same order
   */
  public List<List<Finding>> of(List<Account> some, Estate estate, AccessEvaluator access) {
    RuleContext view = view(estate, access);
    AccountPreparer examiner = new AccountPreparer(profile, access);
    RuleRunner judge =
        new RuleRunner(
            new AccountRules(rules, pages, profile, view),
            waivers(estate),
            new BaselineMatcher(Baseline.NONE));
    return some.stream().map(examiner::of).map(judge::judge).toList();
  }

  private Waivers waivers(Estate estate) {
    List<Waiver> waivers = new ArrayList<>(estate.waivers());
    waivers.addAll(profile.waivers());
    return new Waivers(waivers, today);
  }

  /** Returns the accounts by login, the order of the estate. */
  private static String user(Waiver waiver) {
    return String.join(" ", waiver.accounts());
  }

  private RuleContext view(Estate estate, AccessEvaluator access) {
    return new RuleContext(
        estate, access, profile, today, () -> new TakeoverSummaries(estate, access, profile));
  }
}
