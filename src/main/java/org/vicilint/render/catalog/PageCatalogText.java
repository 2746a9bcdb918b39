package org.vicilint.render.catalog;

import java.io.PrintWriter;
import java.util.List;
import org.vicilint.catalog.Page;
import org.vicilint.catalog.Pages;
import org.vicilint.model.Build;
import org.vicilint.render.Requirements;
import org.vicilint.render.Style;
import org.vicilint.text.Text;

/** The administration pages for people: a list, or one page. */
public final class PageCatalogText {
  private static final int NAME = 40;

  private final PrintWriter out;
  private final Style style;

  public PageCatalogText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Prints one line a page, and how sure it is on the build. */
  public void list(List<Page> pages, Pages known, Build build) {
    String line = "%-" + NAME + "s %-21s %-11s %s";
    out.println(style.bold(line.formatted("page", "effect", "category", "opens with")));
    for (Page page : pages) {
      out.println(
          line.formatted(
              page.name(), page.effect().word(), page.category(), Requirements.demand(page)));
    }
    out.println();
    out.println(Text.plural(pages.size(), "page") + "; " + known.basis(build));
  }

  /** Prints what a page does and what opens it. */
  public void show(Page page, Pages known, Build build) {
    out.println(
        style.bold(page.name()) + "  %s, %s".formatted(page.category(), page.effect().word()));
    out.println("  " + page.summary());
    out.println();
    out.println("  opens with: " + Requirements.demand(page));
    out.println("  an active account; api_allowed_functions and API access are not looked at");
    out.println(
        page.apiOnlyCloses()
            ? "  api_only_user closes it"
            : "  api_only_user does not close it: this page never looks at it");
    out.println("  " + known.basis(build));
  }
}
