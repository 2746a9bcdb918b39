package org.vicilint.diff;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.vicilint.catalog.Effect;

/**
 * The gains that are not accepted.
 *
 * @param any every gain, also of reach without an effect: the agent screen and addresses
 * @param effects gains of calls and pages with these effects
 */
public record GainLimit(boolean any, Set<Effect> effects) {
  public GainLimit {
    effects = Set.copyOf(effects);
  }

  /** Returns the number of accounts with gains that are not accepted. */
  public long over(Collection<AccountChange> changes) {
    return changes.stream().filter(this::over).count();
  }

  private boolean over(AccountChange change) {
    return (any && change.gains().findAny().isPresent())
        || effects.stream().anyMatch(change::gains);
  }

  /** Returns the words for the command line, the smallest effect first. */
  public List<String> words() {
    return any ? List.of("any") : effects.stream().sorted().map(Effect::word).toList();
  }
}
