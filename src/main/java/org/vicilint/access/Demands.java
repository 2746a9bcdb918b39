package org.vicilint.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Demands of every function of an evaluator's builds, computed once. */
final class Demands {
  private final Map<String, List<Demand>> ofFunctions = new HashMap<>();
  private final Map<String, List<Demand>> ofOperations = new HashMap<>();

  Demands(AccessEvaluator access) {
    access
        .functions()
        .forEach(
            function -> {
              ofFunctions.put(function.name(), Demand.ofFunction(function.name(), access));
              ofOperations.put(function.name(), Demand.ofOperations(function.name(), access));
            });
  }

  /** Demands of the login and of the function; empty when the builds do not have the function. */
  List<Demand> ofFunction(String name) {
    return ofFunctions.getOrDefault(name, List.of());
  }

  /**
   * Demands of the function's operations beyond those of the function; operations that no build
   * knows are left out.
   */
  List<Demand> ofOperations(String name) {
    return ofOperations.getOrDefault(name, List.of());
  }
}
