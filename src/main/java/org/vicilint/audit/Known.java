package org.vicilint.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Status;
import org.vicilint.policy.Baseline;

/**
 * The findings that a baseline knows. Each entry stands for one finding: where the baseline has one
 * and the run finds two alike, the second one is new.
 */
final class Known {
  private final Baseline baseline;
  private final Map<String, Integer> left = new HashMap<>();

  Known(Baseline baseline) {
    this.baseline = baseline;
    baseline.entries().forEach(entry -> left.merge(entry.fingerprint(), 1, Integer::sum));
  }

  /** The finding, marked when the baseline knows it. A waived one stays waived. */
  Finding mark(Finding finding) {
    Integer count = left.get(finding.fingerprint());
    if (count == null || count == 0) {
      return finding;
    }
    left.put(finding.fingerprint(), count - 1);
    return finding.open() ? finding.with(Status.BASELINED, "known to the baseline") : finding;
  }

  /** What the baseline knows and was not found, after all findings were marked. */
  List<Baseline.Entry> gone() {
    return baseline.entries().stream()
        .filter(
            entry -> {
              int count = left.get(entry.fingerprint());
              left.put(entry.fingerprint(), Math.max(0, count - 1));
              return count > 0;
            })
        .toList();
  }
}
