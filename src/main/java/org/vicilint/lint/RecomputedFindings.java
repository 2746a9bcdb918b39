package org.vicilint.lint;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiPredicate;
import org.vicilint.finding.Finding;
import org.vicilint.finding.FindingCounts;
import org.vicilint.finding.Findings;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;

/**
 * Findings that are too many for memory: each iteration runs the rules that found something again.
 *
 * @param accounts the accounts in the order of their logins
 * @param traces the rules that found something on each account
 * @param others findings on waivers, in their order
 */
record RecomputedFindings(
    RuleRunner judge,
    AuditPlan accounts,
    FindingBitmap traces,
    List<Finding> others,
    FindingCounts tally)
    implements Findings {
  @Override
  public Iterator<Finding> iterator() {
    return of(AccountRules.ALL);
  }

  @Override
  public Iterator<Finding> of(BiPredicate<Status, Severity> some) {
    return Findings.filtered(of(traces.of(some)), some);
  }

  private Iterator<Finding> of(long rules) {
    return new Merged(judge.again(accounts, traces, rules), others.iterator());
  }

  /** Both kinds of findings in one order. */
  private static final class Merged implements Iterator<Finding> {
    private final OrderedChunks<RuleRunner.Verdicts> parts;
    private final Iterator<Finding> others;
    private Iterator<Finding> part = Collections.emptyIterator();
    private Finding next;
    private Finding other;

    Merged(OrderedChunks<RuleRunner.Verdicts> parts, Iterator<Finding> others) {
      this.parts = parts;
      this.others = others;
      next = ofAccount();
      other = others.hasNext() ? others.next() : null;
    }

    private Finding ofAccount() {
      while (!part.hasNext() && parts.hasNext()) {
        part = parts.next().findings().iterator();
      }
      return part.hasNext() ? part.next() : null;
    }

    @Override
    public boolean hasNext() {
      return next != null || other != null;
    }

    @Override
    public Finding next() {
      Finding found = next;
      if (other != null && (found == null || Finding.ORDER.compare(other, found) < 0)) {
        found = other;
        other = others.hasNext() ? others.next() : null;
      } else if (found == null) {
        throw new NoSuchElementException();
      } else {
        next = ofAccount();
      }
      return found;
    }
  }
}
