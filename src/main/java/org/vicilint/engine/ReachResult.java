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
 * The result of {@code vicilint reach USER}.
 *
 * @param reach the blast radius of the credential
 * @param once the blast radius with a password that the APIs accept; empty if it is no larger
 * @param shrink the change that lowers the score most; empty if none does
 * @param highest a shortest path to level 9; empty when there is none
 * @param deeds the index of all permissions
 * @param groups the user groups
 * @param accounts the number of accounts read
 * @param builds the selected builds
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
