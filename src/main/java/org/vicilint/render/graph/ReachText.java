package org.vicilint.render.graph;

import java.io.PrintWriter;
import java.util.List;
import org.vicilint.blastradius.Score;
import org.vicilint.engine.ReachResult;
import org.vicilint.model.Change;
import org.vicilint.render.Style;
import org.vicilint.render.Wrap;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/** One reach as a page of text. */
public final class ReachText {
  private static final String INDENT = "  ";

  private final PrintWriter out;
  private final Style style;

  public ReachText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Prints it. */
  public void print(ReachResult result) {
    ReachView view = new ReachView(result);
    out.println(style.bold("If the credential of " + Printable.of(view.who()) + " leaks"));
    out.println(view.verdict());
    if (!view.once().isEmpty()) {
      Wrap.print(out, view.once(), "");
    }
    out.println();
    score(view);
    blocks("By itself", view.itself());
    line("Lists in scope", view.lists());
    if (result.reach().accounts() > 0) {
      blocks("Through the accounts that it can become, also", view.through());
      line("Lists in scope", view.listsThrough());
      title(
          "Accounts that it can become: %d, the highest of level %d"
              .formatted(result.reach().accounts(), result.reach().highestLevel()));
      view.becomes().forEach(this::item);
      item(view.highest());
    } else {
      title("Accounts that it can become: none");
    }
    if (!view.withClones().isEmpty()) {
      item(view.withClones());
    }
    title("Who shares the credential");
    if (view.shared().isEmpty()) {
      item("Nobody, as far as was read.");
    }
    view.shared().forEach(this::item);
    title("The change that shrinks it most" + view.by());
    result.shrink().ifPresent(shrink -> shrink.changes().forEach(c -> change(c, shrink.certain())));
    item(view.shrink());
    out.println();
    Wrap.print(out, Printable.of(result.deeds().pagesBasis()), "");
    if (!result.complete()) {
      out.println("incomplete: something could not be read, see above");
    }
  }

  private void score(ReachView view) {
    out.println(
        "  %-26s %5s  %6s  %6s  %9s".formatted("", "count", "weight", "points", "by itself"));
    for (Score.Part part : view.parts()) {
      out.println(
          "  %-26s %5d  %6d  %6d  %9d"
              .formatted(
                  view.part(part.name()), part.all(), part.weight(), part.points(), part.own()));
    }
  }

  private void blocks(String title, List<ReachView.Block> blocks) {
    title(title);
    for (ReachView.Block block : blocks) {
      out.println(INDENT + block.title() + ": " + block.count());
      for (ReachView.Line line : block.lines()) {
        String more = line.more() == 0 ? "" : " and " + line.more() + " more";
        String names = String.join(", ", line.names().stream().map(Printable::of).toList()) + more;
        Wrap.print(out, "%s %d: %s".formatted(line.what(), line.count(), names), "    ", "      ");
      }
    }
  }

  private void title(String title) {
    out.println();
    out.println(style.bold(title));
  }

  private void line(String title, String text) {
    Wrap.print(out, title + ": " + Printable.of(text), INDENT, INDENT + INDENT);
  }

  private void item(String text) {
    Wrap.print(out, Printable.of(text), INDENT, INDENT + INDENT);
  }

  private void change(Change change, boolean certain) {
    out.println(
        "  %s: %s → %s%s"
            .formatted(
                change.column(),
                Text.value(change.from()),
                Text.value(change.to()),
                certain ? "" : " (if it can do without)"));
  }
}
