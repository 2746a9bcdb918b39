package org.vicilint.engine;

import java.util.List;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;

/**
 * The risk as one number: the sum of the weights of the open findings' severities. The weights
 * serve only to order findings and fixes, and the page says so.
 */
public final class RiskScore {
  private RiskScore() {}

  /** Returns the weight of a severity. */
  public static int weight(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 50;
      case HIGH -> 20;
      case MEDIUM -> 5;
      case LOW -> 1;
      case INFO -> 0;
    };
  }

  /** Returns the sum of the weights of the open findings. */
  public static int of(List<Finding> findings) {
    int score = 0;
    for (Finding finding : findings) {
      score += finding.open() ? weight(finding.severity()) : 0;
    }
    return score;
  }
}
