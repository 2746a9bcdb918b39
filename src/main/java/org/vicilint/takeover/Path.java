package org.vicilint.takeover;

import java.util.List;

/**
 * A path from a leaked credential to an account. Where several accounts of one equivalence class
 * can serve on the way, it stands for the paths through each of them.
 *
 * @param steps its steps, at least one
 */
public record Path(List<Step> steps) {
  public Path {
    steps = List.copyOf(steps);
  }

  /** Returns the first account. */
  public Step.Held from() {
    return steps.get(0).from();
  }

  /** Returns the last account. */
  public Step.Held to() {
    return steps.get(steps.size() - 1).to();
  }
}
