package org.vicilint.engine;

import java.util.List;
import org.vicilint.blastradius.BlastRadiusAnalysis;
import org.vicilint.catalog.Builds;
import org.vicilint.model.Problem;

/**
 * The result of {@code vicilint reach --all}.
 *
 * @param ranking all accounts, the highest score first
 * @param builds the selected builds
 * @param pagesCertain whether the facts on pages were observed on a server of this build
 * @param pagesBasis the confidence in the facts on pages, in one sentence
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
