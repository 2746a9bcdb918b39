package org.vicilint.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Status;
import org.vicilint.policy.Baseline;

/**
 * The findings that a baseline knows. Each entry stands for one finding: where the baseline has one
 * and the run finds two alike, the second one is new. So is one that has become worse.
 */
final class Known {
  private final Map<String, List<Baseline.Entry>> left = new HashMap<>();

  Known(Baseline baseline) {
    for (Baseline.Entry entry : baseline.entries()) {
      left.computeIfAbsent(entry.fingerprint(), key -> new ArrayList<>(1)).add(entry);
    }
  }

  /** The finding, marked when the baseline knows it. A waived one stays waived. */
  Finding mark(Finding finding) {
    Iterator<Baseline.Entry> entries =
        left.getOrDefault(finding.fingerprint(), List.of()).iterator();
    while (entries.hasNext()) {
      if (entries.next().covers(finding)) {
        entries.remove();
        return finding.open() ? finding.with(Status.BASELINED, "known to the baseline") : finding;
      }
    }
    return finding;
  }

  /**
   * What the baseline knows and was not found, after all findings were marked.
   *
   * @param looked whether the run looked for findings of a rule at all
   */
  List<Baseline.Entry> gone(Baseline baseline, Predicate<String> looked) {
    return baseline.entries().stream()
        .filter(entry -> looked.test(entry.rule()))
        .filter(entry -> left.get(entry.fingerprint()).remove(entry))
        .toList();
  }
}
