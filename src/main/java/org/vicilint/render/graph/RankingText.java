package org.vicilint.render.graph;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.vicilint.blastradius.BlastRadiusAnalysis;
import org.vicilint.blastradius.Score;
import org.vicilint.engine.RankingResult;
import org.vicilint.render.Style;
import org.vicilint.render.Wrap;
import org.vicilint.text.Printable;

/** A ranking by reach as a table. */
public final class RankingText {
  private final PrintWriter out;
  private final Style style;

  public RankingText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /**
   * Prints the first accounts.
   *
   * @param limit how many at most
   */
  public void print(RankingResult result, int limit) {
    List<BlastRadiusAnalysis.Standing> all = result.ranking();
    out.println(
        style.bold(
            "%4s  %-20s %5s  %-12s %6s  %6s  %7s  %7s"
                .formatted(
                    "rank", "user", "level", "group", "score", "itself", "through", "becomes")));
    for (BlastRadiusAnalysis.Standing each : all.subList(0, Math.min(limit, all.size()))) {
      Score score = each.score();
      out.println(
          "%4d  %-20s %5d  %-12s %6d  %6d  %7d  %7s"
              .formatted(
                  each.rank(),
                  Printable.of(each.account().user()),
                  each.account().userLevel(),
                  Printable.of(ReachView.group(each.account().userGroup())),
                  score.total(),
                  score.itself(),
                  score.throughOthers(),
                  each.accounts() == 0 ? "-" : each.accounts() + " to " + each.highestLevel()));
    }
    if (all.size() > limit) {
      out.println();
      out.println(
          "%d more: --limit N shows more, --format csv or json all.".formatted(all.size() - limit));
    }
    out.println();
    Wrap.print(
        out,
        "score = itself + through the accounts that it can become (how many, to which level); 'vicilint reach USER' shows the parts.",
        "");
    String clones =
        all.stream()
            .filter(each -> each.withClones() > 0)
            .map(each -> Printable.of(each.account().user()))
            .collect(Collectors.joining(", "));
    if (!clones.isEmpty()) {
      Wrap.print(
          out,
          "With clones (copy_user) these can become more, which no score counts: %s."
              .formatted(clones),
          "");
    }
    Wrap.print(out, Printable.of(result.pagesBasis()), "");
    if (!result.complete()) {
      out.println("incomplete: something could not be read, see above");
    }
  }
}
