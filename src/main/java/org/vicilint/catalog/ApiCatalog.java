package org.vicilint.catalog;

import java.util.List;
import org.vicilint.model.Build;

/**
 * All that is known of one API.
 *
 * @param api which
 * @param builds every build whose source was read, oldest first
 * @param login how it lets accounts in, by build
 * @param noGroup the answer when the list scope finds no group; null where there is no list scope
 * @param functions its functions, by name
 */
public record ApiCatalog(
    Api api, List<Build> builds, List<Login> login, String noGroup, List<Function> functions) {

  /** The newest build known. */
  public Build newest() {
    return builds.get(builds.size() - 1);
  }

  /** The oldest build known. */
  public Build oldest() {
    return builds.get(0);
  }

  /** How a build lets accounts in. */
  public Login loginAt(Build build) {
    return Versioned.at(login, build)
        .orElseThrow(() -> new IllegalArgumentException("older than the catalog: " + build));
  }
}
