package org.vicilint.catalog;

import java.util.List;
import org.vicilint.model.Build;

/**
 * Facts of the catalog about a build.
 *
 * @param api the API that it is a build of
 * @param build the build asked about
 * @param how how it stands to the builds known
 * @param applies the known build whose rules are taken for it; null when it is older than all
 * @param confirmed whether a running server of just this build was asked
 * @param revised how two revisions under the name of {@code applies} differ; null when there is one
 * @param others the known builds of the other API that are taken to be installed with it, oldest
 *     first; the newest is what a run takes
 */
public record KnownBuild(
    Api api,
    Build build,
    How how,
    Build applies,
    boolean confirmed,
    String revised,
    List<Build> others) {

  /** Relation of a build to those whose source was read. */
  public enum How {
    /** Its own source was read. */
    EXACT,
    /** It lies between two known ones, and is taken to behave as the older. */
    BETWEEN,
    /** It is newer than all; what came with it is not known. */
    NEWER,
    /** It is older than all; nothing is known of it. */
    OLDER
  }

  /** Returns the facts about a build of an API. */
  public static KnownBuild of(Catalog catalog, Api api, Build build) {
    ApiCatalog known = catalog.api(api);
    Build applies = null;
    for (Build each : known.builds()) {
      if (each.compareTo(build) <= 0) {
        applies = each;
      }
    }
    How how =
        applies == null
            ? How.OLDER
            : applies.equals(build)
                ? How.EXACT
                : applies.equals(known.newest()) ? How.NEWER : How.BETWEEN;
    return new KnownBuild(
        api,
        build,
        how,
        applies,
        how == How.EXACT && known.confirmed().contains(build),
        applies == null ? null : known.revised().get(applies),
        applies == null ? List.of() : others(catalog, api, applies));
  }

  /**
   * The API that a build is one of: the one that knows it, else the Non-Agent API, whose builds
   * people mostly have at hand.
   */
  public static Api apiOf(Catalog catalog, Build build) {
    boolean agentAlone =
        catalog.api(Api.AGENT).builds().contains(build)
            && !catalog.api(Api.NON_AGENT).builds().contains(build);
    return agentAlone ? Api.AGENT : Api.NON_AGENT;
  }

  private static List<Build> others(Catalog catalog, Api api, Build build) {
    if (api == Api.NON_AGENT) {
      return List.of(Builds.choose(catalog, build.toString(), null).agent());
    }
    return catalog.api(Api.NON_AGENT).builds().stream()
        .filter(b -> Builds.choose(catalog, b.toString(), null).agent().equals(build))
        .toList();
  }
}
