package org.vicilint.engine;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.MissingColumns;
import org.vicilint.model.Estate;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;

/** What it is that a table lacks a column on which answers about pages rest. */
public final class PageColumns {
  private PageColumns() {}

  /**
   * Which of these problems make a run incomplete; the others are notes. Of another build than the
   * one whose pages are known nobody knows which columns it has. Of a table of a few columns that
   * somebody chose, the columns of calls tell.
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
