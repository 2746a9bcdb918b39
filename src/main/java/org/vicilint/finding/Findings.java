package org.vicilint.finding;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The findings of a run, in the order of {@link Finding#ORDER}, waived and known ones too. There
 * may be millions: then they are not stored, and each iteration runs the rules again. Callers keep
 * no copy of all of them, and iterate no more often than needed.
 */
public interface Findings extends Iterable<Finding> {

  /** Returns the counts, without an iteration. */
  FindingCounts tally();

  /** All of them, one after the other. */
  default Stream<Finding> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /**
   * Returns the findings of some statuses and severities, in the same order; the others may cost
   * nothing.
   */
  default Iterator<Finding> of(BiPredicate<Status, Severity> some) {
    return filtered(iterator(), some);
  }

  /** Findings that are held. */
  static Findings of(List<Finding> findings) {
    List<Finding> sorted = findings.stream().sorted(Finding.ORDER).toList();
    FindingCounts tally = new FindingCounts();
    sorted.forEach(tally::add);
    return new StoredFindings(sorted, tally);
  }

  /** Returns those findings that have a wanted status and severity. */
  static Iterator<Finding> filtered(
      Iterator<Finding> findings, BiPredicate<Status, Severity> some) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(findings, Spliterator.ORDERED), false)
        .filter(finding -> some.test(finding.status(), finding.severity()))
        .iterator();
  }
}
