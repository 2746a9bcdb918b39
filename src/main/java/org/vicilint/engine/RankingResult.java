package org.vicilint.engine;

import java.util.List;
import org.vicilint.blastradius.BlastRadiusAnalysis;
import org.vicilint.catalog.Builds;
import org.vicilint.model.Problem;

/**
 * What {@code vicilint reach --all} found.
 *
 * @param ranking all accounts, those that reach farthest first
 * @param builds the builds that were asked about
 * @param pagesCertain whether what is said of pages was asked of a server of this build
 * @param pagesBasis how sure that is, in one sentence
 * @param problems what could not be read
 * @param notes what must be known to read the result
 */
public record RankingResult(
    List<BlastRadiusAnalysis.Standing> ranking,
    Builds builds,
    boolean pagesCertain,
    String pagesBasis,
    List<Problem> problems,
    List<String> notes) {
  public RankingResult {
    ranking = List.copyOf(ranking);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /** Whether everything could be read. */
  public boolean complete() {
    return problems.isEmpty();
  }
}
