package org.vicilint.render.graph;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.vicilint.engine.PathsResult;
import org.vicilint.takeover.Path;
import org.vicilint.takeover.Step;
import org.vicilint.text.Printable;

/** The paths as a picture that Markdown pages of GitHub and GitLab draw. */
public final class PathsMermaid {
  private final Map<String, String> nodes = new LinkedHashMap<>();
  private final Set<String> lines = new LinkedHashSet<>();

  private PathsMermaid() {}

  /** Writes the picture. */
  public static void write(PrintWriter out, PathsResult result) {
    PathsMermaid picture = new PathsMermaid();
    for (PathsResult.From from : result.from()) {
      for (Path path : from.paths()) {
        path.steps().forEach(picture::step);
      }
    }
    out.println("flowchart LR");
    picture.nodes.forEach((label, id) -> out.println("  " + id + "[\"" + label + "\"]"));
    picture.lines.forEach(line -> out.println("  " + line));
  }

  private void step(Step step) {
    String arrow = step.kind().request() ? "-->" : "-.->";
    lines.add(
        "%s %s|%s| %s".formatted(node(step.from()), arrow, step.kind().by(), node(step.to())));
  }

  private String node(Step.Held held) {
    String alike = held.alike() > 1 ? " and " + (held.alike() - 1) + " alike" : "";
    String label =
        text(held.user()) + alike + "<br>level " + held.level() + " " + text(held.userGroup());
    return nodes.computeIfAbsent(label, key -> "n" + nodes.size());
  }

  /** Nothing but letters, digits and a few signs is written as it stands. */
  private static String text(String name) {
    StringBuilder text = new StringBuilder();
    Printable.of(name)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == ' ' || c == '.') {
                text.appendCodePoint(c);
              } else {
                text.append("#").append(c).append(';');
              }
            });
    return text.toString();
  }
}
