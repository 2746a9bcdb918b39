package org.vicilint.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntBiFunction;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Findings;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;

/**
 * Findings ordered by rank, the worst first; findings of one rank keep their order. If there are
 * many, the iteration makes one pass for each rank, since a sort would need all of them in memory.
 */
public final class WorstFirst implements Iterable<Finding> {
  /** The most findings to sort in memory. */
  private static final int HELD = 50_000;

  private final Findings findings;
  private final ToIntBiFunction<Status, Severity> rank;

  private WorstFirst(Findings findings, ToIntBiFunction<Status, Severity> rank) {
    this.findings = findings;
    this.rank = rank;
  }

  /** Returns the open findings by severity, then waived ones by severity, then known ones. */
  public static WorstFirst byStatus(Findings findings) {
    int severities = Severity.values().length;
    return new WorstFirst(
        findings, (status, severity) -> status.ordinal() * severities + severity.ordinal());
  }

  /** Returns the open findings by severity, then all others by severity. */
  public static WorstFirst openFirst(Findings findings) {
    int severities = Severity.values().length;
    return new WorstFirst(
        findings,
        (status, severity) -> (status == Status.OPEN ? 0 : severities) + severity.ordinal());
  }

  @Override
  public Iterator<Finding> iterator() {
    Iterator<List<Integer>> rounds = rounds().iterator();
    return new Iterator<>() {
      private Iterator<Finding> round = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        while (!round.hasNext() && rounds.hasNext()) {
          round = round(rounds.next());
        }
        return round.hasNext();
      }

      @Override
      public Finding next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return round.next();
      }
    };
  }

  /**
   * Returns the ranks for each pass; one pass covers several ranks if their findings fit in memory.
   */
  private List<List<Integer>> rounds() {
    SortedMap<Integer, Long> counts = new TreeMap<>();
    for (Status status : Status.values()) {
      for (Severity severity : Severity.values()) {
        long count = findings.tally().count(status, severity);
        if (count > 0) {
          counts.merge(rank.applyAsInt(status, severity), count, Long::sum);
        }
      }
    }
    List<List<Integer>> rounds = new ArrayList<>();
    long room = 0;
    for (SortedMap.Entry<Integer, Long> each : counts.entrySet()) {
      if (rounds.isEmpty() || each.getValue() > room) {
        rounds.add(new ArrayList<>());
        room = HELD;
      }
      rounds.get(rounds.size() - 1).add(each.getKey());
      room -= each.getValue();
    }
    return rounds;
  }

  private Iterator<Finding> round(List<Integer> ranks) {
    if (ranks.size() == 1) {
      int only = ranks.get(0);
      return findings.of((status, severity) -> rank.applyAsInt(status, severity) == only);
    }
    SortedMap<Integer, List<Finding>> byRank = new TreeMap<>();
    ranks.forEach(each -> byRank.put(each, new ArrayList<>()));
    findings
        .of((status, severity) -> byRank.containsKey(rank.applyAsInt(status, severity)))
        .forEachRemaining(finding -> byRank.get(rank(finding)).add(finding));
    return byRank.values().stream().flatMap(List::stream).iterator();
  }

  private int rank(Finding finding) {
    return rank.applyAsInt(finding.status(), finding.severity());
  }
}
