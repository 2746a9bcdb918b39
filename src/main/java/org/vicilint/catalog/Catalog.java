package org.vicilint.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Demands of every build of VICIdial's APIs for every function. The facts were read from the source
 * of every build and confirmed on running servers; they stand in {@code catalog/*.yaml}.
 */
public final class Catalog {
  private final Map<Api, ApiCatalog> apis = new EnumMap<>(Api.class);
  private final Map<String, Function> byName = new HashMap<>();
  private final List<Function> functions = new ArrayList<>();

  Catalog(ApiCatalog nonAgent, ApiCatalog agent) {
    for (ApiCatalog api : List.of(nonAgent, agent)) {
      apis.put(api.api(), api);
      functions.addAll(api.functions());
      api.functions().forEach(f -> byName.putIfAbsent(f.name(), f));
    }
  }

  /** The catalog that comes with this version of vicilint. */
  public static Catalog load() {
    return new Catalog(CatalogReader.read("non_agent"), CatalogReader.read("agent"));
  }

  /** Returns the facts about one API. */
  public ApiCatalog api(Api api) {
    return apis.get(api);
  }

  /** Returns every function of both APIs, of any build: the Non-Agent API's first, then by name. */
  public List<Function> functions() {
    return functions;
  }

  /**
   * The function of this name. No name but {@code version} is in both APIs; for that the Non-Agent
   * API's is given.
   */
  public Optional<Function> function(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The names of all functions, for suggestions. */
  public List<String> names() {
    return functions.stream().map(Function::name).distinct().toList();
  }
}
