package org.vicilint.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Suggestions;
import org.vicilint.profile.Glob;
import org.vicilint.profile.Origin;
import org.vicilint.profile.Profile;

/** Checks of a profile against the catalog. */
public final class ProfileChecks {
  private ProfileChecks() {}

  /** Adds a problem for each build in the profile that the catalog does not know. */
  public static void builds(Catalog catalog, Profile profile, List<Problem> problems) {
    try {
      Builds.choose(catalog, profile.build(), profile.agentBuild());
    } catch (IllegalArgumentException e) {
      Origin origin = profile.origins().get("build");
      problems.add(
          new Problem(
              origin == null ? SourceLocation.of(profile.name()) : origin.place(),
              e.getMessage(),
              "write the build that function=version of your server prints"));
    }
  }

  /**
   * Adds a problem for each forbidden name that is no function or category, since it forbids
   * nothing.
   */
  public static void terms(Catalog catalog, Profile profile, List<Problem> problems) {
    Set<String> known =
        catalog.functions().stream().map(Function::category).collect(Collectors.toSet());
    for (String category : profile.terms().forbiddenCategories()) {
      if (!known.contains(category)) {
        problems.add(
            new Problem(
                profile.origins().get("integrations.forbidden_categories").place(),
                "no function has the category " + category,
                Suggestions.closest(category, known)
                    .map(meant -> "did you mean " + meant + "?")
                    .orElse("'vicilint catalog' shows the categories")));
      }
    }
    for (String glob : profile.terms().forbiddenFunctions()) {
      if (catalog.names().stream().noneMatch(name -> Glob.matches(glob, name))) {
        problems.add(
            new Problem(
                profile.origins().get("integrations.forbidden_functions").place(),
                "no function of any build fits " + glob,
                Suggestions.closest(glob, catalog.names())
                    .map(meant -> "did you mean " + meant + "?")
                    .orElse("'vicilint catalog' lists them")));
      }
    }
  }
}
