package org.vicilint.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Evidence;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.model.Account;
import org.vicilint.policy.Profile;
import org.vicilint.rule.AccountRule;
import org.vicilint.rule.AlikeRule;
import org.vicilint.rule.AuditedAccount;
import org.vicilint.rule.EstateView;
import org.vicilint.rule.Hit;
import org.vicilint.rule.Rule;
import org.vicilint.rule.RulePage;

/**
 * The rules that look at accounts, for one run and any number of threads. Sets of them are bits, in
 * their order here: those that look at each account, then those that alike accounts share.
 */
final class AccountRules {
  /** Every rule. */
  static final long ALL = -1L;

  /** The rules from here on share a bit. */
  private static final int LAST = Long.SIZE - 1;

  private final List<AccountRule> rules = new ArrayList<>();
  private final int firstAlike;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, RulePage> pages;
  private final Profile profile;
  private final EstateView view;
  private final Quiet quiet = new Quiet();

  /**
   * @param all any rules; others than those of accounts are left out
   * @param view what they may ask of the estate
   */
  AccountRules(
      List<? extends Rule> all, Map<String, RulePage> pages, Profile profile, EstateView view) {
    this.pages = pages;
    this.profile = profile;
    this.view = view;
    List<AlikeRule> alike = new ArrayList<>();
    for (Rule rule : all) {
      if (rule instanceof AlikeRule r) {
        alike.add(r);
      } else if (rule instanceof AccountRule r) {
        rules.add(r);
      }
    }
    firstAlike = rules.size();
    rules.addAll(alike);
    for (int i = 0; i < rules.size(); i++) {
      numbers.put(rules.get(i).id(), i);
    }
  }

  /** Whether the rule of an id is one of them. */
  boolean runs(String rule) {
    return numbers.containsKey(rule);
  }

  /** The bit of a rule. */
  long bit(String rule) {
    return bit(numbers.get(rule));
  }

  private static long bit(int rule) {
    return 1L << Math.min(rule, LAST);
  }

  /** What all rules find on an account, before waivers. */
  List<Finding> check(AuditedAccount audited) {
    List<Finding> findings = new ArrayList<>();
    check(audited, ALL, 0, firstAlike, findings);
    if (!quiet.knows(audited)) {
      int before = findings.size();
      check(audited, ALL, firstAlike, rules.size(), findings);
      if (findings.size() == before) {
        quiet.add(audited);
      }
    }
    return findings;
  }

  /**
   * What some rules find on an account, before waivers.
   *
   * @param which the rules that are asked
   */
  List<Finding> check(AuditedAccount audited, long which) {
    List<Finding> findings = new ArrayList<>();
    check(audited, which, 0, rules.size(), findings);
    return findings;
  }

  private void check(AuditedAccount audited, long which, int from, int to, List<Finding> findings) {
    for (int i = from; i < to; i++) {
      if ((which & bit(i)) != 0) {
        AccountRule rule = rules.get(i);
        for (Hit hit : rule.check(audited, view)) {
          findings.add(finding(rule, audited.account(), hit));
        }
      }
    }
  }

  /** What rests on a default that stands in for a missing column is less sure, and says so. */
  private Finding finding(AccountRule rule, Account account, Hit hit) {
    Set<String> assumed = new LinkedHashSet<>();
    for (Evidence each : hit.evidence()) {
      if (account.assumes(each.column())) {
        assumed.add(each.column());
      }
    }
    if (assumed.isEmpty()) {
      return finding(rule, account.user(), hit);
    }
    String message =
        hit.message()
            + "; the table has no "
            + String.join(", ", assumed)
            + ": VICIdial's default is taken";
    return finding(
        rule, account.user(), new Hit(hit.variant(), true, message, hit.evidence(), hit.changes()));
  }

  /** What a rule found, with what its page and the profile say of it. */
  Finding finding(Rule rule, String user, Hit hit) {
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
