package org.vicilint.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Status;
import org.vicilint.profile.Baseline;

/**
 * Matches findings with the entries of a baseline. Each entry stands for one finding: if the
 * baseline has one and the run finds two with the same fingerprint, the second one is new. A
 * finding that has become worse is new, too.
 */
final class BaselineMatcher {
  private final Baseline baseline;
  private final Map<String, List<Baseline.Entry>> byFingerprint = new HashMap<>();

  BaselineMatcher(Baseline baseline) {
    this.baseline = baseline;
    for (Baseline.Entry entry : baseline.entries()) {
      byFingerprint.computeIfAbsent(entry.fingerprint(), key -> new ArrayList<>(1)).add(entry);
    }
  }

  /**
   * Marks the findings that the baseline knows. A waived one stays waived.
   *
   * @param findings all findings of an account: a fingerprint belongs to one account
   * @param used receives the entries that match one of them
   */
  void mark(List<Finding> findings, Consumer<Baseline.Entry> used) {
    if (byFingerprint.isEmpty()) {
      return; // saves the computation of fingerprints
    }
    Map<String, List<Baseline.Entry>> left = new HashMap<>();
    findings.replaceAll(
        finding -> {
          String fingerprint = finding.fingerprint();
          List<Baseline.Entry> entries =
              left.computeIfAbsent(
                  fingerprint, key -> new ArrayList<>(byFingerprint.getOrDefault(key, List.of())));
          for (Baseline.Entry entry : entries) {
            if (entry.covers(finding)) {
              entries.remove(entry);
              used.accept(entry);
              return finding.open()
                  ? finding.with(Status.BASELINED, "known to the baseline")
                  : finding;
            }
          }
          return finding;
        });
  }

  /**
   * Returns the entries of the baseline that match no finding.
   *
   * @param used the entries that match findings
   * @param looked whether the rule with an id has run
   */
  List<Baseline.Entry> gone(List<Baseline.Entry> used, Predicate<String> looked) {
    Map<Baseline.Entry, Integer> left = new HashMap<>();
    baseline.entries().forEach(entry -> left.merge(entry, 1, Integer::sum));
    used.forEach(entry -> left.merge(entry, -1, Integer::sum));
    return baseline.entries().stream()
        .filter(entry -> looked.test(entry.rule()))
        .filter(entry -> left.merge(entry, -1, Integer::sum) >= 0)
        .toList();
  }
}
