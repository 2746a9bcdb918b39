package org.vicilint.render.access;

import java.io.PrintWriter;
import java.util.List;
import org.vicilint.access.Gate;
import org.vicilint.access.PageDecision;
import org.vicilint.access.PageEvaluator;
import org.vicilint.model.Account;
import org.vicilint.render.Style;
import org.vicilint.text.Printable;

/** One decision on a page for people: yes or no, gate by gate, and the smallest change. */
public final class CanPageText {
  private final PrintWriter out;
  private final Style style;
  private final CanText lines;

  public CanPageText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
    this.lines = new CanText(out, style);
  }

  /**
   * Prints the decision and how sure it is.
   *
   * @param complete whether everything could be read: without that no answer is yes
   */
  public void print(PageDecision decision, PageEvaluator pages, boolean complete) {
    Account account = decision.account();
    boolean yes = decision.open();
    out.println(
        CanText.verdict(style, yes, complete)
            + "%s %s %s (%s)."
                .formatted(
                    Printable.of(account.user()),
                    yes ? "opens" : "does not open",
                    decision.page().name(),
                    decision.page().effect().word()));
    out.println("  " + decision.page().summary());
    out.println("  " + pages.basis());
    lines.gates(account, decision.gates());
    ways(account, decision.ways());
    out.println();
    if (yes) {
      out.println("The change that closes it and takes least else away:");
      lines.change(decision.closing());
    } else {
      lines.opening(decision.opening());
    }
  }

  private void ways(Account account, List<List<Gate>> ways) {
    if (ways.size() == 1) {
      lines.gates(account, ways.get(0));
      return;
    }
    out.println();
    out.println(style.bold("Level and flags: one of these is enough"));
    for (int i = 0; i < ways.size(); i++) {
      for (Gate gate : ways.get(i)) {
        lines.gate(account, gate, (i + 1) + ".");
      }
    }
  }
}
