package org.vicilint.finding;

import java.util.Iterator;
import java.util.List;

/** Findings that are held, in their order. */
record StoredFindings(List<Finding> list, FindingCounts tally) implements Findings {
  @Override
  public Iterator<Finding> iterator() {
    return list.iterator();
  }
}
