package org.vicilint.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Need;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Finding;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.policy.Profile;
import org.vicilint.rule.AuditedAccount;
import org.vicilint.rule.EstateView;
import org.vicilint.rule.Hit;
import org.vicilint.rule.Rule;
import org.vicilint.rule.RulePage;

/** A run of rules over an estate. */
public final class Audit {
  private final List<Rule> rules;
  private final Map<String, RulePage> pages = new TreeMap<>();
  private final Profile profile;

  public Audit(List<Rule> rules, Profile profile) {
    this.rules = List.copyOf(rules);
    this.profile = profile;
    for (Rule rule : rules) {
      pages.put(rule.id(), RulePage.load(rule.id()));
    }
  }

  /** The pages of the rules that run, by id. */
  public Map<String, RulePage> pages() {
    return pages;
  }

  /** What the rules find, in the order of {@link Finding#ORDER}. */
  public List<Finding> run(Estate estate, AccessEvaluator access) {
    EstateView view = new EstateView(estate, access);
    List<Finding> findings = new ArrayList<>();
    for (Account account : estate.accounts()) {
      AuditedAccount audited = examine(account, access);
      for (Rule rule : rules) {
        for (Hit hit : rule.check(audited, view)) {
          findings.add(finding(rule, audited, hit));
        }
      }
    }
    findings.sort(Finding.ORDER);
    return findings;
  }

  /** An account as rules see it. */
  public AuditedAccount examine(Account account, AccessEvaluator access) {
    Profile.Judged judged = profile.kindOf(account);
    return new AuditedAccount(
        account,
        judged.kind(),
        judged.inferredFrom(),
        Need.of(account, access),
        access.prepare(account));
  }

  private Finding finding(Rule rule, AuditedAccount audited, Hit hit) {
    return Finding.of(
        rule.id(),
        pages.get(rule.id()).severityOf(hit),
        hit.inferred() ? Confidence.LIKELY : Confidence.CERTAIN,
        audited.account().user(),
        hit.evidence().get(0).place(),
        hit.message(),
        hit.evidence(),
        hit.changes());
  }
}
