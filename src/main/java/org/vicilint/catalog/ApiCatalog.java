package org.vicilint.catalog;

import java.util.List;
import java.util.Map;
import org.vicilint.model.Build;

/**
 * Facts about one API.
 *
 * @param api which
 * @param builds every build whose source was read, oldest first
 * @param confirmed those of them that a running server was also asked about
 * @param revised the builds that exist in two revisions under one name, and how these differ
 * @param login how it lets accounts in, by build
 * @param noGroup the answer when the list scope finds no group; null where there is no list scope
 * @param noFunction the answer when the build has no such function; null where it says nothing
 * @param ipRefused the start of the answer to a caller whose IP address is not on the list of its
 *     group; null where it is not known
 * @param switchedOff the answer while the API is switched off for all accounts; null where it
 *     cannot be
 * @param functions its functions, by name
 */
public record ApiCatalog(
    Api api,
    List<Build> builds,
    List<Build> confirmed,
    Map<Build, String> revised,
    List<LoginRequirement> login,
    String noGroup,
    String noFunction,
    String ipRefused,
    String switchedOff,
    List<Function> functions) {

  /** The newest build known. */
  public Build newest() {
    return builds.get(builds.size() - 1);
  }

  /** The oldest build known. */
  public Build oldest() {
    return builds.get(0);
  }

  /** Returns the requirement of a build's login. */
  public LoginRequirement loginAt(Build build) {
    return Versioned.at(login, build)
        .orElseThrow(() -> new IllegalArgumentException("older than the catalog: " + build));
  }
}
