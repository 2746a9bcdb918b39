package org.vicilint.engine;

import java.util.List;
import org.vicilint.catalog.Builds;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.model.Problem;
import org.vicilint.simulate.PredictedPower;
import org.vicilint.simulate.Prediction;

/**
 * The predicted results of requests, for every renderer.
 *
 * @param entries the requests in their order
 * @param builds the selected builds
 * @param failOn findings at this level or above fail the run; null for never
 * @param problems what could not be read
 * @param notes what must be known to read the result
 */
public record RequestResult(
    List<Entry> entries,
    Builds builds,
    Severity failOn,
    List<Problem> problems,
    List<String> notes) {

  /**
   * One request.
   *
   * @param prediction the predicted result
   * @param power the permissions of the account after the request; null if the request creates or
   *     changes none
   * @param findings the new findings that lint would report on the account
   */
  public record Entry(Prediction prediction, PredictedPower power, List<Finding> findings) {}

  /** Whether everything could be read, and no outcome depends on unknown facts. */
  public boolean complete() {
    return problems.isEmpty() && count(Prediction.Outcome.UNCERTAIN) == 0;
  }

  /** Whether a request would not succeed, not be stored as sent, or raise a finding that counts. */
  public boolean failed() {
    return entries.stream().anyMatch(e -> !e.prediction().clean() || raises(e));
  }

  /** Returns the number of requests with an outcome. */
  public long count(Prediction.Outcome outcome) {
    return entries.stream().filter(e -> e.prediction().outcome() == outcome).count();
  }

  /** Whether the request raises a finding that counts. */
  public boolean raises(Entry entry) {
    return failOn != null
        && entry.findings().stream().anyMatch(f -> f.open() && f.severity().atLeast(failOn));
  }
}
