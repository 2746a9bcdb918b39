package org.vicilint.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Build;

/**
 * A difference between the builds of two sides in the requirement of a call. A change of a
 * refusal's text, or of the build that a requirement comes from, is no difference.
 *
 * @param function the function
 * @param operation the operation, a parameter with further requirements; null for the plain
 *     function
 * @param before the requirement on the first build; null if that build lacks the call
 * @param after the requirement on the second build; null if that build lacks the call
 * @param since the builds in between that changed it, oldest first; never empty
 */
public record RequirementChange(
    Function function,
    Operation operation,
    Requirement before,
    Requirement after,
    List<Build> since) {
  public RequirementChange {
    since = List.copyOf(since);
  }

  /**
   * Returns every call whose requirement differs, in the catalog's order. If only one side has a
   * function, its operations are not listed besides it.
   *
   * @param to no older than {@code from}, in either API
   */
  public static List<RequirementChange> between(Catalog catalog, Builds from, Builds to) {
    List<RequirementChange> demands = new ArrayList<>();
    for (Function function : catalog.functions()) {
      Build first = from.of(function.api());
      Build second = to.of(function.api());
      of(function, null, function.history(), first, second).ifPresent(demands::add);
      if (function.at(first).isPresent() && function.at(second).isPresent()) {
        for (Operation operation : function.operations()) {
          of(function, operation, operation.history(), first, second).ifPresent(demands::add);
        }
      }
    }
    return demands;
  }

  private static Optional<RequirementChange> of(
      Function function,
      Operation operation,
      List<Requirement> history,
      Build first,
      Build second) {
    Requirement before = null;
    Requirement after = null;
    List<Build> since = new ArrayList<>();
    for (Requirement entry : history) {
      Requirement demand = entry.gone() ? null : entry;
      if (entry.since().compareTo(first) <= 0) {
        before = demand;
        after = demand;
      } else if (entry.since().compareTo(second) <= 0) {
        if (!same(after, demand)) {
          since.add(entry.since());
        }
        after = demand;
      }
    }
    return same(before, after)
        ? Optional.empty()
        : Optional.of(new RequirementChange(function, operation, before, after, since));
  }

  private static boolean same(Requirement one, Requirement other) {
    if (one == null || other == null) {
      return one == other;
    }
    return one.userLevel() == other.userLevel()
        && one.flags() == other.flags()
        && one.modifyLeads() == other.modifyLeads()
        && one.active() == other.active()
        && one.allowedFunctions() == other.allowedFunctions()
        && one.levelFirst() == other.levelFirst()
        && one.listScope() == other.listScope();
  }

  /** {@code function} or {@code function:operation}. */
  public String name() {
    return operation == null ? function.name() : function.name() + ":" + operation.name();
  }

  /** Returns the effect of the call on the system. */
  public Effect effect() {
    return GainScale.effect(function, operation);
  }

  /** {@code new}, {@code gone} or {@code changed}. */
  public String change() {
    return before == null ? "new" : after == null ? "gone" : "changed";
  }
}
