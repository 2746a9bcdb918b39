package org.vicilint.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every function of an evaluator's builds demands, worked out once. */
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

  /** What the login and the function demand; nothing when the builds do not have the function. */
  List<Demand> ofFunction(String name) {
    return ofFunctions.getOrDefault(name, List.of());
  }

  /** What the operations of the function demand beyond it, as far as the builds know them. */
  List<Demand> ofOperations(String name) {
    return ofOperations.getOrDefault(name, List.of());
  }
}
