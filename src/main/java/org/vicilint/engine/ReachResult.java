package org.vicilint.engine;

import java.util.List;
import java.util.Optional;
import org.vicilint.blastradius.BlastRadius;
import org.vicilint.blastradius.Mitigation;
import org.vicilint.blastradius.PermissionIndex;
import org.vicilint.catalog.Builds;
import org.vicilint.model.Groups;
import org.vicilint.model.Problem;
import org.vicilint.takeover.Path;

/**
 * What {@code vicilint reach USER} found.
 *
 * @param reach what is lost with the credential
 * @param once what it would be with a password that the APIs take; empty when it is no more
 * @param shrink the change that shrinks it most; empty when none does
 * @param highest a shortest path to level 9; empty when there is none
 * @param deeds what there is to do
 * @param groups the user groups
 * @param accounts how many accounts were read
 * @param builds the builds that were asked about
 * @param problems what could not be read
 * @param notes what must be known to read the result
 */
public record ReachResult(
    BlastRadius reach,
    Optional<BlastRadius> once,
    Optional<Mitigation> shrink,
    Optional<Path> highest,
    PermissionIndex deeds,
    Groups groups,
    int accounts,
    Builds builds,
    List<Problem> problems,
    List<String> notes) {
  public ReachResult {
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /** Whether everything could be read. */
  public boolean complete() {
    return problems.isEmpty();
  }
}
