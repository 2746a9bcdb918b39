package org.vicilint.diagnosis;

import org.vicilint.access.Gate;
import org.vicilint.catalog.Api;
import org.vicilint.model.Build;

/**
 * One thing that an answer may have come from: a gate of a function, on some builds.
 *
 * @param api the API that answers so
 * @param function the function; null where any function of the API answers so
 * @param operation the parameter that needs more; null for the plain function
 * @param gate the gate that speaks
 * @param since the first build that answers so; null when that is not known
 * @param until the first build that no longer does; null when the newest known one still does
 */
public record Candidate(
    Api api, String function, String operation, Gate.Kind gate, Build since, Build until) {

  /** Whether a build answers so. */
  public boolean on(Build build) {
    return (since == null || since.compareTo(build) <= 0)
        && (until == null || until.compareTo(build) > 0);
  }

  /** The function with its operation, as a user would ask for it; null for any function. */
  public String call() {
    return operation == null ? function : function + ":" + operation;
  }
}
