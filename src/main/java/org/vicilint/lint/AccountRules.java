package org.vicilint.lint;

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
import org.vicilint.profile.Profile;
import org.vicilint.rules.AccountRule;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.Hit;
import org.vicilint.rules.Rule;
import org.vicilint.rules.RuleContext;
import org.vicilint.rules.RulePage;

/**
 * The rules that look at accounts, for one run and any number of threads. Sets of them are bits, in
 * their order here.
 */
final class AccountRules {
  /** Every rule. */
  static final long ALL = -1L;

  /** The rules from here on share a bit. */
  private static final int LAST = Long.SIZE - 1;

  /** By bit; the last one may stand for several. */
  private final List<List<AccountRule>> rules = new ArrayList<>();

  private final Map<String, Integer> bits = new HashMap<>();
  private final Map<String, RulePage> pages;
  private final Profile profile;
  private final RuleContext view;

  /**
   * @param all any rules; others than those of accounts are left out
   * @param view what they may ask of the estate
   */
  AccountRules(
      List<? extends Rule> all, Map<String, RulePage> pages, Profile profile, RuleContext view) {
    this.pages = pages;
    this.profile = profile;
    this.view = view;
    for (Rule rule : all) {
      if (rule instanceof AccountRule r) {
        int bit = Math.min(bits.size(), LAST);
        bits.put(r.id(), bit);
        if (bit == rules.size()) {
          rules.add(new ArrayList<>(1));
        }
        rules.get(bit).add(r);
      }
    }
  }

  /** Whether the rule of an id is one of them. */
  boolean runs(String rule) {
    return bits.containsKey(rule);
  }

  /** The bit of a rule. */
  long bit(String rule) {
    return 1L << bits.get(rule);
  }

  /** The rules that have to be asked about accounts that are like this one. */
  long concerning(AuditedAccount audited) {
    long some = 0;
    for (int bit = 0; bit < rules.size(); bit++) {
      if (rules.get(bit).stream().anyMatch(rule -> rule.concerns(audited, view))) {
        some |= 1L << bit;
      }
    }
    return some;
  }

  /** Lets some rules find out what they ask of the whole estate. */
  void prepare(long which) {
    for (int bit = 0; bit < rules.size(); bit++) {
      if ((which & 1L << bit) != 0) {
        rules.get(bit).forEach(rule -> rule.prepare(view));
      }
    }
  }

  /**
   * What some rules find on an account, before waivers.
   *
   * @param which the rules that are asked
   */
  List<Finding> check(AuditedAccount audited, long which) {
    List<Finding> findings = List.of();
    for (int bit = next(which, 0); bit < rules.size(); bit = next(which, bit + 1)) {
      for (AccountRule rule : rules.get(bit)) {
        List<Hit> hits = rule.check(audited, view);
        if (hits.isEmpty()) {
          continue; // nearly always
        }
        findings = findings.isEmpty() ? new ArrayList<>() : findings;
        for (Hit hit : hits) {
          findings.add(finding(rule, audited.account(), hit));
        }
      }
    }
    return findings;
  }

  /** The next bit that is set, from one on; more than there are when none is. */
  private static int next(long bits, int from) {
    return from == Long.SIZE ? from : from + Long.numberOfTrailingZeros(bits >>> from);
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
