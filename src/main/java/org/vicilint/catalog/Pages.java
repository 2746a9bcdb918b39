package org.vicilint.catalog;

import java.util.List;
import java.util.Optional;
import org.vicilint.model.Build;

/**
 * The administration pages that are known, and what opens each. Unlike the functions of the APIs,
 * they were asked of a server of one build only; for other builds they are likely.
 *
 * @param build the build that was asked
 * @param all by name; what decides on pages goes by their index here
 */
public record Pages(Build build, List<Page> all) {

  public Pages {
    all = List.copyOf(all);
  }

  /** The pages that come with this version of vicilint, read when somebody asks first. */
  public static Pages known() {
    return Known.PAGES;
  }

  /** Read on the first use of this class, and no sooner: most commands never ask. */
  private static final class Known {
    static final Pages PAGES = PagesReader.read();
  }

  /** The page of this name. */
  public Optional<Page> page(String name) {
    return all.stream().filter(page -> page.name().equals(name)).findFirst();
  }

  /** The names of all, for suggestions. */
  public List<String> names() {
    return all.stream().map(Page::name).toList();
  }

  /** Whether it is certain that a server of this build decides as these pages say. */
  public boolean certainOn(Build other) {
    return build.equals(other);
  }

  /**
   * Returns why nothing can be said of how pages differ between two builds, in one sentence; empty
   * for one build.
   */
  public Optional<String> notCompared(Build from, Build to) {
    return from.equals(to)
        ? Optional.empty()
        : Optional.of(
            "administration pages are not compared: they are known for build %s only, so what opens them may differ between %s and %s"
                .formatted(build, from, to));
  }

  /** Returns the certainty of the answers on a build, in one sentence. */
  public String basis(Build other) {
    return certainOn(other)
        ? "pages: known of build %s, as asked of a running server".formatted(build)
        : "pages: known of build %s, as asked of a running server; on build %s they are likely the same"
            .formatted(build, other);
  }
}
