package org.vicilint.catalog;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.model.Build;

/**
 * The builds of the two APIs that a run asks about. They are versioned apart, but installed
 * together: the Agent API's build follows from the Non-Agent API's unless it is given.
 *
 * @param nonAgent the Non-Agent API's
 * @param agent the Agent API's
 * @param warnings what must be said of them, for instance that one is newer than the catalog
 */
public record Builds(Build nonAgent, Build agent, List<String> warnings) {

  /** The build of an API. */
  public Build of(Api api) {
    return api == Api.NON_AGENT ? nonAgent : agent;
  }

  /**
   * Chooses the builds.
   *
   * @param nonAgent as the user wrote it; null for the newest known
   * @param agent as the user wrote it; null to follow from the other
   * @throws IllegalArgumentException with a message for the user when a text is no build, or older
   *     than anything known
   */
  public static Builds choose(Catalog catalog, String nonAgent, String agent) {
    List<String> warnings = new ArrayList<>();
    Build main = read(catalog.api(Api.NON_AGENT), nonAgent, warnings);
    Build other =
        agent == null
            ? follow(catalog.api(Api.AGENT), main)
            : read(catalog.api(Api.AGENT), agent, warnings);
    return new Builds(main, other, List.copyOf(warnings));
  }

  private static Build read(ApiCatalog known, String text, List<String> warnings) {
    if (text == null) {
      return known.newest();
    }
    Build build =
        Build.parse(text)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' is not a build; builds look like %s, as the server's function=version prints it"
                            .formatted(text, known.newest())));
    if (build.compareTo(known.oldest()) < 0) {
      throw new IllegalArgumentException(
          "build %s of the %s is older than the oldest one known, %s"
              .formatted(build, known.api().title(), known.oldest()));
    }
    if (build.compareTo(known.newest()) > 0) {
      warnings.add(
          "build %s of the %s is newer than the newest one known, %s; its rules are taken, what came later is not known"
              .formatted(build, known.api().title(), known.newest()));
    }
    return build;
  }

  /** Returns the newest Agent API of that day or before. */
  private static Build follow(ApiCatalog agent, Build main) {
    Build found = agent.oldest();
    for (Build build : agent.builds()) {
      if (build.day() <= main.day()) {
        found = build;
      }
    }
    return found;
  }
}
