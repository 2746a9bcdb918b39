package org.vicilint.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.vicilint.model.Build;

/**
 * The parameters of a function.
 *
 * @param required the required parameters in the server's order, each with the minimum length after
 *     the server's deletions
 * @param optional the optional parameters, by the build that introduced them
 */
public record Signature(Map<String, Integer> required, NavigableMap<Build, List<String>> optional) {

  /** Whether the function has the parameter on a build. */
  public boolean takes(String parameter, Build build) {
    return required.containsKey(parameter)
        || optional.headMap(build, true).values().stream().anyMatch(l -> l.contains(parameter));
  }

  /**
   * Returns the later build that introduces the parameter; null if none does, or this build has it.
   */
  public Build brings(String parameter, Build build) {
    return optional.tailMap(build, false).entrySet().stream()
        .filter(e -> e.getValue().contains(parameter))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** Returns every parameter of the function on a build. */
  public List<String> names(Build build) {
    List<String> names = new ArrayList<>(required.keySet());
    optional.headMap(build, true).values().forEach(names::addAll);
    return names;
  }
}
