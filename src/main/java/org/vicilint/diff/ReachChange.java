package org.vicilint.diff;

import java.util.List;
import java.util.Set;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Function;
import org.vicilint.finding.Severity;
import org.vicilint.model.Change;

/**
 * Something that an account may do on both sides, but that reaches further, or less far, on the
 * second.
 *
 * @param reach what it is that is reached
 * @param wider whether the second side reaches what the first does not; a change can go both ways,
 *     and then there are two
 * @param functions the functions that reach it; empty where none does
 * @param before what is reached on the first side
 * @param after what is reached on the second side
 * @param columns the columns of the account that make the difference; empty when none does
 * @param cause what else makes the difference, in words; empty when columns do
 * @param effects what the calls and pages do that reach it
 * @param severity how much it matters that it reaches further
 */
public record ReachChange(
    Reach reach,
    boolean wider,
    List<Function> functions,
    String before,
    String after,
    List<Change> columns,
    String cause,
    Set<Effect> effects,
    Severity severity) {
  public ReachChange {
    functions = List.copyOf(functions);
    columns = List.copyOf(columns);
    effects = Set.copyOf(effects);
  }

  /** Returns this difference in the other direction, or in the same: whether it reaches further. */
  ReachChange with(boolean further) {
    return new ReachChange(
        reach, further, functions, before, after, columns, cause, effects, severity);
  }

  /** What can be reached. */
  public enum Reach {
    /** Accounts that can be changed, cloned or made. */
    ACCOUNTS("accounts"),
    /** The leads and lists that {@code api_list_restrict} limits. */
    LISTS("lists"),
    /** The agent screen, and parts of administration pages. */
    SCREENS("screens"),
    /** What can be done with administration pages that are open on both sides. */
    PAGES("pages"),
    /** The addresses from which the API may be called, and pages be opened. */
    ADDRESSES("addresses"),
    /** What a level, flag or grant may open, and does not open now. */
    POWERS("powers");

    private final String word;

    Reach(String word) {
      this.word = word;
    }

    /** The word in outputs. */
    public String word() {
      return word;
    }
  }

  /** Whether something that reaches it has this effect. */
  public boolean has(Effect effect) {
    return effects.contains(effect);
  }
}
