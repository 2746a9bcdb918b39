package org.vicilint.render.catalog;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.catalog.Requirement;
import org.vicilint.render.Requirements;
import org.vicilint.render.Style;
import org.vicilint.text.Text;

/** The catalog for people: a list, or one function with its history. */
public final class CatalogText {
  private final PrintWriter out;
  private final Style style;

  public CatalogText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Prints one line a function, as the builds have it. */
  public void list(List<Function> functions, Builds builds) {
    out.println(
        style.bold(
            "%-26s %-9s %-7s %-11s %s"
                .formatted("function", "API", "effect", "category", "needs")));
    for (Function function : functions) {
      Requirement needs = function.at(builds.of(function.api())).orElseThrow();
      out.println(
          "%-26s %-9s %-7s %-11s %s"
              .formatted(
                  function.name(),
                  function.api().word(),
                  function.effect().word(),
                  function.category(),
                  function.needsLogin()
                      ? Requirements.needs(needs, "no level or flag")
                      : "no login"));
    }
    out.println();
    out.println(
        "%s on build %s (Agent API %s)"
            .formatted(
                Text.plural(functions.size(), "function"), builds.nonAgent(), builds.agent()));
  }

  /** Prints what a function does, needs now, and how that changed. */
  public void show(Function function, Builds builds) {
    out.println(
        style.bold(function.name())
            + "  %s, %s, %s"
                .formatted(function.api().title(), function.category(), function.effect().word()));
    out.println("  " + function.summary());
    out.println();
    Requirement now = function.at(builds.of(function.api())).orElse(null);
    out.println(style.bold("On build " + builds.of(function.api())));
    if (now == null) {
      out.println("  does not exist; it came with " + function.since());
    } else if (!function.needsLogin()) {
      out.println("  asks for no login");
    } else {
      needs(now).forEach(need -> out.println("  " + need));
      if (now.refusal() != null) {
        out.println("  refused with: " + now.refusal());
      }
    }
    operations(function, builds);
    out.println();
    out.println(style.bold("How that changed"));
    for (Requirement entry : function.history()) {
      out.println(
          "  %-13s %s"
              .formatted(entry.since(), entry.gone() ? "gone" : String.join("; ", needs(entry))));
    }
  }

  private void operations(Function function, Builds builds) {
    List<Operation> known =
        function.operations().stream()
            .filter(o -> o.at(builds.of(function.api())).isPresent())
            .toList();
    if (known.isEmpty()) {
      return;
    }
    out.println();
    out.println(style.bold("Parameters that do more"));
    for (Operation operation : known) {
      Requirement more = operation.at(builds.of(function.api())).orElseThrow();
      out.println("  %-24s %s".formatted(operation.name(), operation.summary()));
      out.println("  %-24s also needs: %s".formatted("", Requirements.needs(more, "nothing")));
    }
  }

  private static List<String> needs(Requirement requirement) {
    List<String> all = new ArrayList<>();
    all.add(Requirements.needs(requirement, "no level or flag"));
    if (requirement.active()) {
      all.add("an active account");
    }
    if (requirement.allowedFunctions()) {
      all.add(
          "looks at api_allowed_functions"
              + (requirement.levelFirst() ? ", after level and flags" : ""));
    }
    if (requirement.listScope()) {
      all.add("api_list_restrict limits it to the group's lists");
    }
    return all;
  }
}
