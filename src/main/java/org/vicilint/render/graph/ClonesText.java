package org.vicilint.render.graph;

import org.vicilint.takeover.ReachableAccounts;
import org.vicilint.text.Text;

/** The accounts that a credential leads to only with clones. */
final class ClonesText {
  private ClonesText() {}

  /** In words, names as they are; empty when it is nothing. */
  static String sentence(ReachableAccounts reach) {
    ReachableAccounts.WithClones more = reach.withClones();
    if (more.count() == 0) {
      return "";
    }
    String hidden =
        more.count() > more.users().size()
            ? " and %d more".formatted(more.count() - more.users().size())
            : "";
    return "With clones (copy_user) it reaches %s, the highest of level %d: %s%s. Two of one kind can put each other into groups that neither could enter by itself; such ways are not written out."
        .formatted(
            Text.plural(more.count(), reach.count() == 0 ? "other account" : "more account"),
            more.highestLevel(),
            String.join(", ", more.users()),
            hidden);
  }
}
