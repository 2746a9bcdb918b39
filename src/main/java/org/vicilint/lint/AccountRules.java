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

/** The account rules of one run. A set of rules is a bit mask, in their order here. Thread-safe. */
final class AccountRules {
  /** The set of all rules. */
  static final long ALL = -1L;

  /** The last bit; all further rules share it. */
  private static final int LAST = Long.SIZE - 1;

  /** By bit; the last one may stand for several. */
  private final List<List<AccountRule>> rules = new ArrayList<>();

  private final Map<String, Integer> bits = new HashMap<>();
  private final Map<String, RulePage> pages;
  private final Profile profile;
  private final RuleContext view;

  /**
   * @param all any rules; only account rules are kept
   * @param view the context that rules may query
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

  /** Whether the rule with this id is among them. */
  boolean runs(String rule) {
    return bits.containsKey(rule);
  }

  /** Returns the bit of a rule. */
  long bit(String rule) {
    return 1L << bits.get(rule);
  }

  /** Returns the rules that must check each account of this one's equivalence class. */
  long concerning(AuditedAccount audited) {
    long some = 0;
    for (int bit = 0; bit < rules.size(); bit++) {
      if (rules.get(bit).stream().anyMatch(rule -> rule.concerns(audited, view))) {
        some |= 1L << bit;
      }
    }
    return some;
  }

  /** Lets some rules compute the facts that they need of the whole estate. */
  void prepare(long which) {
    for (int bit = 0; bit < rules.size(); bit++) {
      if ((which & 1L << bit) != 0) {
        rules.get(bit).forEach(rule -> rule.prepare(view));
      }
    }
  }

  /**
   * Returns the findings of some rules on an account, before waivers.
   *
   * @param which the rules to run
   */
  List<Finding> check(AuditedAccount audited, long which) {
    List<Finding> findings = List.of();
    for (int bit = next(which, 0); bit < rules.size(); bit = next(which, bit + 1)) {
      for (AccountRule rule : rules.get(bit)) {
        List<Hit> hits = rule.check(audited, view);
        if (hits.isEmpty()) {
          continue; // the usual case
        }
        findings = findings.isEmpty() ? new ArrayList<>() : findings;
        for (Hit hit : hits) {
          findings.add(finding(rule, audited.account(), hit));
        }
      }
    }
    return findings;
  }

  /** Returns the index of the lowest set bit at or above {@code from}; 64 if there is none. */
  private static int next(long bits, int from) {
    return from == Long.SIZE ? from : from + Long.numberOfTrailingZeros(bits >>> from);
  }

  /**
   * Returns the finding for a hit; one that rests on the default of a missing column has less
   * confidence.
   */
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

  /** Returns the finding for a hit, with the severity of its page and profile. */
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
