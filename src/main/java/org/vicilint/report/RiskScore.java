package org.vicilint.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;

/**
 * How much is wrong, as one number: each open finding counts by its severity. The weights only put
 * things in order; they say so on the page.
 */
final class RiskScore {
  private final Map<String, Integer> byUser = new HashMap<>();
  private int total;

  RiskScore(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.open()) {
        byUser.merge(finding.user(), weight(finding.severity()), Integer::sum);
        total += weight(finding.severity());
      }
    }
  }

  /** What a finding counts. */
  static int weight(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 50;
      case HIGH -> 20;
      case MEDIUM -> 5;
      case LOW -> 1;
      case INFO -> 0;
    };
  }

  /** The sum of an account's open findings. */
  int of(String user) {
    return byUser.getOrDefault(user, 0);
  }

  /** The sum of all open findings. */
  int total() {
    return total;
  }
}
