package org.vicilint.report;

import java.util.List;
import org.vicilint.catalog.Builds;
import org.vicilint.model.Problem;
import org.vicilint.reach.Reaches;

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
    List<Reaches.Standing> ranking,
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

  /** The rank of the account at this index; those with one score have one rank. */
  int rank(int index) {
    int first = index;
    long score = ranking.get(index).score().total();
    while (first > 0 && ranking.get(first - 1).score().total() == score) {
      first--;
    }
    return first + 1;
  }
}
