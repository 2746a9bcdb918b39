package org.vicilint.render.catalog;

import java.io.PrintWriter;
import java.util.List;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.KnownBuild;
import org.vicilint.model.Build;
import org.vicilint.render.Style;
import org.vicilint.render.Wrap;

/** The catalog's knowledge of a build, for people. */
public final class BuildText {
  private final PrintWriter out;
  private final Style style;

  public BuildText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Prints it. */
  public void print(KnownBuild known, Catalog catalog) {
    out.println(style.bold(known.build().toString()) + "  " + known.api().title());
    sentences(known, catalog).forEach(sentence -> Wrap.print(out, sentence, "  "));
  }

  /** Returns the known facts, one sentence each. */
  static List<String> sentences(KnownBuild known, Catalog catalog) {
    return List.of(entry(known, catalog), source(known), others(known)).stream()
        .filter(s -> !s.isEmpty())
        .toList();
  }

  private static String entry(KnownBuild known, Catalog catalog) {
    return switch (known.how()) {
      case EXACT -> "The catalog knows this very build.";
      case BETWEEN ->
          "The catalog does not know this build. It lies between two that it knows, and is taken to behave as the older, %s."
              .formatted(known.applies());
      case NEWER ->
          "This build is newer than the newest one known, %s, whose rules are taken. What came later is not known."
              .formatted(known.applies());
      case OLDER ->
          "This build is older than the oldest one known, %s: nothing is known of it."
              .formatted(catalog.api(known.api()).oldest());
    };
  }

  private static String source(KnownBuild known) {
    if (known.applies() == null) {
      return "";
    }
    String what = known.how() == KnownBuild.How.EXACT ? "its" : "that build's";
    String read = "How well: %s source was read%s.";
    String asked =
        known.confirmed() ? ", and a running server of this build answered the same" : "";
    String revised =
        known.revised() == null
            ? ""
            : " Two revisions go by the name %s: %s.".formatted(known.applies(), known.revised());
    return read.formatted(what, asked) + revised;
  }

  private static String others(KnownBuild known) {
    List<Build> others = known.others();
    if (others.isEmpty()) {
      return known.applies() == null ? "" : "No build of the other API is known to go with it.";
    }
    Api other = known.api() == Api.AGENT ? Api.NON_AGENT : Api.AGENT;
    String span =
        others.size() == 1
            ? "build " + others.get(0)
            : "one of the builds %s to %s".formatted(others.get(0), others.get(others.size() - 1));
    return "The %s is taken to be %s, by the day.".formatted(other.title(), span);
  }
}
