package org.vicilint.render;

import java.io.PrintWriter;
import java.util.List;
import org.vicilint.finding.Severity;
import org.vicilint.model.Problem;
import org.vicilint.text.Printable;

/** Problems for people: place, reason, the line with a caret where it may be shown, and a hint. */
public final class Problems {
  private Problems() {}

  /** Prints them one after the other. */
  public static void print(PrintWriter out, Style style, List<Problem> problems) {
    for (Problem problem : problems) {
      out.println(
          style.bold(Printable.of(problem.place().toString()))
              + ": "
              + style.severity(Severity.HIGH, "problem: ")
              + Printable.of(problem.reason()));
      if (problem.excerpt() != null) {
        excerpt(out, style, problem);
      }
      out.println("  " + style.dim("hint: ") + Printable.of(problem.hint()));
    }
  }

  private static void excerpt(PrintWriter out, Style style, Problem problem) {
    // Escapes are wider than the characters they replace, so the caret follows the printed text.
    String before = Printable.of(problem.excerpt().substring(0, problem.caret()));
    out.println("    " + Printable.of(problem.excerpt()));
    out.println("    " + " ".repeat(before.length()) + style.red("^"));
  }
}
