package org.vicilint.engine;

import java.util.List;
import org.vicilint.catalog.Builds;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.model.Problem;
import org.vicilint.simulate.PredictedPower;
import org.vicilint.simulate.Prediction;

/**
 * What would become of some requests, for every renderer.
 *
 * @param entries the requests in their order
 * @param builds the builds that were asked about
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
   * @param prediction what the server would do
   * @param power what the account may do then; null when no account is made or changed
   * @param findings what lint would say of the account then, and did not say before
   */
  public record Entry(Prediction prediction, PredictedPower power, List<Finding> findings) {}

  /** Whether everything could be read, and nothing depends on what is not known. */
  public boolean complete() {
    return problems.isEmpty() && count(Prediction.Outcome.UNCERTAIN) == 0;
  }

  /** Whether a request would not succeed, not be stored as sent, or raise a finding that counts. */
  public boolean failed() {
    return entries.stream().anyMatch(e -> !e.prediction().clean() || raises(e));
  }

  /** How many requests end like this. */
  public long count(Prediction.Outcome outcome) {
    return entries.stream().filter(e -> e.prediction().outcome() == outcome).count();
  }

  /** Whether the request raises a finding that counts. */
  public boolean raises(Entry entry) {
    return failOn != null
        && entry.findings().stream().anyMatch(f -> f.open() && f.severity().atLeast(failOn));
  }
}
