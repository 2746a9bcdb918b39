package org.vicilint.engine;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.MissingColumns;
import org.vicilint.model.Estate;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;

/** The consequence of missing columns that decide about pages. */
public final class PageColumns {
  private PageColumns() {}

  /**
   * Returns a predicate for the problems that make a run incomplete; the others are notes. The
   * columns of builds other than the one with known pages are unknown. For a table with a few
   * chosen columns, the columns of calls decide.
   */
  public static Predicate<Problem> counting(
      Lacking lacking, Estate estate, AccessEvaluator access) {
    if (lacking == Lacking.A_NOTE || !access.pages().certain()) {
      return problem -> false;
    }
    Set<SourceLocation> chosen = new HashSet<>();
    if (lacking == Lacking.A_PROBLEM_OF_WHOLE) {
      MissingColumns missing = new MissingColumns(access);
      missing.in(estate).forEach(problem -> chosen.add(problem.place()));
      missing.inWhole(estate).forEach(problem -> chosen.remove(problem.place()));
    }
    return problem -> !chosen.contains(problem.place());
  }
}
