package org.vicilint.engine;

import java.util.List;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;

/**
 * How much is wrong, as one number: each open finding counts by its severity. The weights only put
 * things in order; they say so on the page.
 */
public final class RiskScore {
  private RiskScore() {}

  /** What a finding counts. */
  public static int weight(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 50;
      case HIGH -> 20;
      case MEDIUM -> 5;
      case LOW -> 1;
      case INFO -> 0;
    };
  }

  /** The sum of those that are open. */
  public static int of(List<Finding> findings) {
    int score = 0;
    for (Finding finding : findings) {
      score += finding.open() ? weight(finding.severity()) : 0;
    }
    return score;
  }
}
