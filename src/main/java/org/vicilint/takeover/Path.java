package org.vicilint.takeover;

import java.util.List;

/**
 * A way from a leaked credential to an account; where several accounts serve alike on the way, it
 * stands for the paths through each of them.
 *
 * @param steps its steps, at least one
 */
public record Path(List<Step> steps) {
  public Path {
    steps = List.copyOf(steps);
  }

  /** Where it begins. */
  public Step.Held from() {
    return steps.get(0).from();
  }

  /** Where it ends. */
  public Step.Held to() {
    return steps.get(steps.size() - 1).to();
  }
}
