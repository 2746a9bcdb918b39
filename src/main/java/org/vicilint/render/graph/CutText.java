package org.vicilint.render.graph;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.vicilint.engine.CutResult;
import org.vicilint.render.Style;
import org.vicilint.render.Unread;
import org.vicilint.render.Wrap;
import org.vicilint.takeover.cut.Cut;
import org.vicilint.takeover.cut.TakeoverTotals;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/** Cuts for people, in order, each with the takeover power that it removes. */
public final class CutText {
  private static final int NAMED = 5;
  private static final int PERCENT = 100;

  private final PrintWriter out;
  private final Style style;

  public CutText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Prints the result; problems and notes go to the error stream. */
  public void print(CutResult result) {
    TakeoverTotals before = result.cuts().before();
    if (before.pairs() == 0) {
      out.println(Unread.sentence("No account reaches another.", result.problems()));
    } else {
      out.println(
          Unread.sentence(
              "Of %s, some reach others: %s."
                  .formatted(Text.plural(result.accounts(), "account"), words(before)),
              result.problems()));
      int number = 0;
      for (Cut cut : result.cuts().cuts()) {
        out.println();
        cut(++number, cut, before);
      }
      out.println();
      end(result.cuts().cuts());
    }
    if (!result.problems().isEmpty()) {
      out.println();
      out.println("incomplete: something could not be read, see above");
    }
  }

  private void cut(int number, Cut cut, TakeoverTotals before) {
    String users =
        cut.users().stream().limit(NAMED).map(Printable::of).collect(Collectors.joining(", "));
    int more = cut.users().size() - NAMED;
    out.println(
        "  %d  %s%s  %s: %s → %s%s"
            .formatted(
                number,
                style.bold(users),
                more > 0 ? " and " + more + " more" : "",
                cut.change().column(),
                Text.value(cut.change().from()),
                style.green(Text.value(cut.change().to())),
                cut.certain() ? "" : "  (if it can do without)"));
    TakeoverTotals removes = cut.removes();
    out.println(
        "     removes %s, %s of the weight%s"
            .formatted(
                Text.plural(removes.pairs(), "pair"),
                percent(removes.weight(), before.weight()),
                removes.high() > 0
                    ? "; %s no longer reach%s level 9"
                        .formatted(
                            Text.plural(removes.high(), "account"), removes.high() == 1 ? "es" : "")
                    : ""));
  }

  private void end(List<Cut> cuts) {
    if (cuts.isEmpty()) {
      out.println(
          "No change of one column removes any of it without closing what is declared to be needed:");
      out.println("give those accounts groups that may view only whom they work for.");
      return;
    }
    TakeoverTotals left = cuts.get(cuts.size() - 1).left();
    out.println(
        left.pairs() == 0 ? "Then no account reaches another." : "Left: " + words(left) + ".");
    if (cuts.stream().anyMatch(cut -> !cut.certain())) {
      Wrap.print(
          out,
          "\"If it can do without\": no definition declares what the account calls, or the screens of a person may need it.",
          "");
    }
  }

  private static String percent(long part, long whole) {
    return part * PERCENT < whole ? "under 1 %" : part * PERCENT / whole + " %";
  }

  private static String words(TakeoverTotals tally) {
    return "%s, weight %d; %s reach%s level 9"
        .formatted(
            Text.plural(tally.pairs(), "pair"),
            tally.weight(),
            Text.plural(tally.high(), "account"),
            tally.high() == 1 ? "es" : "");
  }
}
