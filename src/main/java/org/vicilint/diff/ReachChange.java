package org.vicilint.diff;

import java.util.List;
import java.util.Set;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Function;
import org.vicilint.finding.Severity;
import org.vicilint.model.Change;

/**
 * A difference in the reach of access that an account has on both sides.
 *
 * @param reach the kind of objects reached
 * @param wider whether the second side reaches objects that the first does not; a change in both
 *     directions makes two instances
 * @param functions the functions that reach them; empty if none does
 * @param before the reach on the first side
 * @param after the reach on the second side
 * @param columns the columns of the account that make the difference; empty when none does
 * @param cause another cause of the difference, in words; empty if columns make it
 * @param effects the effects of the calls and pages that reach them
 * @param severity the severity of the wider reach
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

  /** Returns this difference with the given direction. */
  ReachChange with(boolean further) {
    return new ReachChange(
        reach, further, functions, before, after, columns, cause, effects, severity);
  }

  /** The kinds of objects that access reaches. */
  public enum Reach {
    /** Accounts that can be changed, cloned or made. */
    ACCOUNTS("accounts"),
    /** The leads and lists that {@code api_list_restrict} limits. */
    LISTS("lists"),
    /** The agent screen, and parts of administration pages. */
    SCREENS("screens"),
    /** The effects of administration pages that are open on both sides. */
    PAGES("pages"),
    /** The addresses from which the API may be called, and pages be opened. */
    ADDRESSES("addresses"),
    /** Access that a level, flag or grant may open, and does not open now. */
    POWERS("powers");

    private final String word;

    Reach(String word) {
      this.word = word;
    }

    /** Returns the word in outputs. */
    public String word() {
      return word;
    }
  }

  /** Whether a call or page that reaches them has this effect. */
  public boolean has(Effect effect) {
    return effects.contains(effect);
  }
}
