package org.vicilint.diff;

import java.util.Set;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.catalog.PageEffect;
import org.vicilint.finding.Severity;

/**
 * The severity of gaining a call or a page: by power over accounts first, then by the effect on the
 * system.
 */
public final class GainScale {
  /** Functions with which an account becomes others and so gets their access. */
  private static final Set<String> BECOMES_OTHERS = Set.of("copy_user", "update_user");

  private static final String MAKES_ACCOUNTS = "add_user";

  private GainScale() {}

  /**
   * Returns the severity of gaining a call.
   *
   * @param operation null for the plain function
   */
  public static Severity of(Function function, Operation operation) {
    if (BECOMES_OTHERS.contains(function.name())) {
      return Severity.CRITICAL;
    }
    if (function.name().equals(MAKES_ACCOUNTS)) {
      return Severity.HIGH;
    }
    return of(effect(function, operation));
  }

  /** Returns the severity of gaining a page with this effect. */
  public static Severity of(PageEffect effect) {
    return switch (effect) {
      case HANDS_OUT_LOGINS -> Severity.CRITICAL;
      case EDITS_USERS, ADMINISTERS_THE_SYSTEM -> Severity.HIGH;
      case EXPORTS_LEADS -> Severity.MEDIUM; // whole lists of people leave the system
      default -> of(effect.effect());
    };
  }

  /**
   * Returns the severity of columns that may open calls or pages with these effects, but open none
   * now.
   */
  static Severity ofPower(Set<Effect> effects) {
    return effects.stream().allMatch(effect -> effect == Effect.READ)
        ? Severity.LOW
        : Severity.MEDIUM;
  }

  private static Severity of(Effect effect) {
    return switch (effect) {
      case DELETE, CONTROL -> Severity.HIGH;
      case WRITE -> Severity.MEDIUM;
      case READ -> Severity.LOW;
    };
  }

  /** Returns the effect of a call on the system. */
  static Effect effect(Function function, Operation operation) {
    return operation == null ? function.effect() : operation.effect();
  }
}
