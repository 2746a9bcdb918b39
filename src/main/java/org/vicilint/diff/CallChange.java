package org.vicilint.diff;

import java.util.Comparator;
import java.util.Locale;
import org.vicilint.access.Refusals;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.finding.Severity;

/**
 * A call whose decision, or whose refusing gates, differ between the sides.
 *
 * @param kind the kind of difference
 * @param function the function
 * @param operation the operation, a parameter with further requirements; null for the plain
 *     function
 * @param before the decision on the first side; null where the account does not exist
 * @param after the decision on the second side; likewise
 * @param refusedBefore the gates that refuse it on the first side; null without the account or
 *     function
 * @param refusedAfter the gates that refuse it on the second side; likewise
 */
public record CallChange(
    Kind kind,
    Function function,
    Operation operation,
    Verdict before,
    Verdict after,
    Refusals refusedBefore,
    Refusals refusedAfter) {
  /** Gains first, the worst of them at the front; then by API, function and operation. */
  static final Comparator<CallChange> ORDER =
      Comparator.comparing(CallChange::kind)
          .thenComparing(c -> c.kind() == Kind.GAINED ? c.severity().ordinal() : 0)
          .thenComparing(c -> c.function().api())
          .thenComparing(CallChange::name);

  /** The kinds of differences. */
  public enum Kind {
    /** Refused before, granted after. */
    GAINED,
    /** Granted before, refused after. */
    LOST,
    /** Refused on both sides, by different gates. */
    MOVED;

    /** Returns the word in outputs. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the severity of gaining the call. */
  public Severity severity() {
    return GainScale.of(function, operation);
  }

  /** Returns the effect of the call on the system. */
  public Effect effect() {
    return GainScale.effect(function, operation);
  }

  /** {@code function} or {@code function:operation}. */
  public String name() {
    return operation == null ? function.name() : function.name() + ":" + operation.name();
  }
}
