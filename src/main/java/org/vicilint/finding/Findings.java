package org.vicilint.finding;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The findings of a run, in the order of {@link Finding#ORDER}, waived and known ones too. There
 * may be millions: then they are held nowhere, and each time that somebody goes over them they are
 * found anew. So nobody should keep all of them, nor go over them more often than needed.
 */
public interface Findings extends Iterable<Finding> {

  /** How many there are, which is known without going over them. */
  Tally tally();

  /** All of them, one after the other. */
  default Stream<Finding> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** Findings that are held. */
  static Findings of(List<Finding> findings) {
    List<Finding> sorted = findings.stream().sorted(Finding.ORDER).toList();
    Tally tally = new Tally();
    sorted.forEach(tally::add);
    return new HeldFindings(sorted, tally);
  }
}
