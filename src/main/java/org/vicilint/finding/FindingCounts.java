package org.vicilint.finding;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts of findings. */
public final class FindingCounts {
  private final SortedMap<String, OfRule> rules = new TreeMap<>();
  private final OfRule all = new OfRule();

  /** Counts of the findings of a rule. */
  public static final class OfRule {
    private final long[][] counts = new long[Status.values().length][Severity.values().length];
    private Severity worst = Severity.INFO;
    private long users;
    private String last;

    private OfRule() {}

    private void add(Finding finding) {
      counts[finding.status().ordinal()][finding.severity().ordinal()]++;
      worst = finding.severity().atLeast(worst) ? finding.severity() : worst;
      // Those of one account come one after the other, so the last one is all there is to remember.
      if (!finding.user().equals(last)) {
        last = finding.user();
        users++;
      }
    }

    /** Returns the number of findings with a status. */
    public long count(Status status) {
      long count = 0;
      for (long each : counts[status.ordinal()]) {
        count += each;
      }
      return count;
    }

    /** Returns the worst severity, of any status. */
    public Severity worst() {
      return worst;
    }

    /** Returns the number of accounts with findings. */
    public long users() {
      return users;
    }
  }

  /**
   * Counts one more.
   *
   * @param finding not before those that were counted, in the order of {@link Finding#ORDER}
   */
  public void add(Finding finding) {
    rules.computeIfAbsent(finding.rule(), rule -> new OfRule()).add(finding);
    all.add(finding);
  }

  /** Returns the number of findings. */
  public long total() {
    long total = 0;
    for (Status status : Status.values()) {
      total += count(status);
    }
    return total;
  }

  /** Returns the number of findings with a status. */
  public long count(Status status) {
    return all.count(status);
  }

  /** Returns the number of findings with a status and a severity. */
  public long count(Status status, Severity severity) {
    return all.counts[status.ordinal()][severity.ordinal()];
  }

  /** Returns the number of findings that count, by severity. */
  public Map<Severity, Long> open() {
    Map<Severity, Long> open = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      open.put(severity, count(Status.OPEN, severity));
    }
    return open;
  }

  /** Whether one that counts is as bad as this, or worse. */
  public boolean anyOpen(Severity least) {
    return open().entrySet().stream()
        .anyMatch(count -> count.getValue() > 0 && count.getKey().atLeast(least));
  }

  /** The rules that found something, by id. */
  public SortedMap<String, OfRule> byRule() {
    return Collections.unmodifiableSortedMap(rules);
  }
}
