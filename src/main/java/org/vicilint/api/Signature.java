package org.vicilint.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.vicilint.model.Build;

/**
 * What a function takes.
 *
 * @param required the parameters that it cannot do without, in its order, with the least number of
 *     characters that must be left of each
 * @param optional those that it takes as well, by the build that brought them
 */
public record Signature(Map<String, Integer> required, NavigableMap<Build, List<String>> optional) {

  /** Whether it knows the parameter on a build. */
  public boolean takes(String parameter, Build build) {
    return required.containsKey(parameter)
        || optional.headMap(build, true).values().stream().anyMatch(l -> l.contains(parameter));
  }

  /** The build that will bring the parameter; null when none does, or it is there. */
  public Build brings(String parameter, Build build) {
    return optional.tailMap(build, false).entrySet().stream()
        .filter(e -> e.getValue().contains(parameter))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** Every parameter that it has on a build. */
  public List<String> names(Build build) {
    List<String> names = new ArrayList<>(required.keySet());
    optional.headMap(build, true).values().forEach(names::addAll);
    return names;
  }
}
