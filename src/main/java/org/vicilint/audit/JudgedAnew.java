package org.vicilint.audit;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Findings;
import org.vicilint.finding.Tally;
import org.vicilint.model.Account;

/**
 * More findings than are held: each time, the accounts are judged anew.
 *
 * @param accounts in the order of their names
 * @param others findings on waivers, in their order
 */
record JudgedAnew(Judge judge, List<Account> accounts, List<Finding> others, Tally tally)
    implements Findings {
  @Override
  public Iterator<Finding> iterator() {
    return new Merged(judge.all(accounts, true), others.iterator());
  }

  /** Both kinds of findings in one order. */
  private static final class Merged implements Iterator<Finding> {
    private final Parts<Judge.Verdicts> parts;
    private final Iterator<Finding> others;
    private Iterator<Finding> part = Collections.emptyIterator();
    private Finding next;
    private Finding other;

    Merged(Parts<Judge.Verdicts> parts, Iterator<Finding> others) {
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
        throw new java.util.NoSuchElementException();
      } else {
        next = ofAccount();
      }
      return found;
    }
  }
}
