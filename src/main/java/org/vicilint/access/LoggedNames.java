package org.vicilint.access;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Function;
import org.vicilint.model.LoggedFunction;

/**
 * Finds the functions that a name in the API's log may stand for. The log cuts names at 20
 * characters and says which of the two scripts was called.
 */
public final class LoggedNames {
  private final Map<Api, Map<String, List<Function>>> byLogged = new EnumMap<>(Api.class);

  public LoggedNames(Iterable<Function> functions) {
    for (Api api : Api.values()) {
      byLogged.put(api, new HashMap<>());
    }
    for (Function function : functions) {
      byLogged
          .get(function.api())
          .computeIfAbsent(cut(function.name()), name -> new ArrayList<>(1))
          .add(function);
    }
  }

  /** The functions that it may be, in the catalog's order; none when it is no known one. */
  public List<Function> of(LoggedFunction logged) {
    Api api = api(logged.script());
    if (api != null) {
      return byLogged.get(api).getOrDefault(logged.function(), List.of());
    }
    List<Function> both = new ArrayList<>();
    byLogged.values().forEach(m -> both.addAll(m.getOrDefault(logged.function(), List.of())));
    return both;
  }

  /** The API of a script as the log names it; null when it names none. */
  public static Api api(String script) {
    return switch (script) {
      case "agent" -> Api.AGENT;
      case "non-agent" -> Api.NON_AGENT;
      default -> null;
    };
  }

  /** A name as the log has it. */
  static String cut(String name) {
    return name.length() <= LoggedFunction.LOGGED_LENGTH
        ? name
        : name.substring(0, LoggedFunction.LOGGED_LENGTH);
  }
}
