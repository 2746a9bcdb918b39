package org.vicilint.render.catalog;

import java.io.PrintWriter;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vicilint.finding.Severity;
import org.vicilint.render.Style;
import org.vicilint.render.Wrap;
import org.vicilint.rules.RulePage;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/** Rules for people: a list, or the page of one, set for a terminal. */
public final class RulesText {
  private final PrintWriter out;
  private final Style style;

  public RulesText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Prints one line a rule. */
  public void list(List<RulePage> pages) {
    out.println(
        style.bold("%-25s %-16s %-12s %s".formatted("rule", "severity", "category", "finds")));
    for (RulePage page : pages) {
      out.println(
          "%-25s %-16s %-12s %s"
              .formatted(
                  page.id(),
                  severities(page),
                  shown(page, page.category()),
                  shown(page, page.title())));
    }
    out.println();
    out.println(Text.plural(pages.size(), "rule") + "; 'vicilint explain RULE' shows its page");
  }

  /** Its usual severity, then those of its variants. */
  static String severities(RulePage page) {
    TreeSet<Severity> others = new TreeSet<>(page.variants().values());
    others.remove(page.severity());
    String more = others.stream().map(s -> ", " + s.word()).collect(Collectors.joining());
    return page.severity().word() + more;
  }

  /** Prints a page: prose is wrapped, code stays as it is. */
  public void page(RulePage page) {
    out.println(style.bold(page.id()) + "  " + shown(page, page.title()));
    String since = page.since().isEmpty() ? "" : "; since " + shown(page, page.since());
    out.println(style.dim(severities(page) + "; category " + shown(page, page.category()) + since));
    StringBuilder paragraph = new StringBuilder();
    boolean code = false;
    for (String raw : page.text().lines().skip(1).toList()) {
      String line = shown(page, raw);
      if (line.startsWith("```")) {
        flush(paragraph);
        code = !code;
      } else if (code) {
        out.println("    " + line);
      } else if (line.startsWith("#")) {
        flush(paragraph);
        out.println(style.bold(line.replaceFirst("^#+ ", "")));
      } else if (line.isBlank()) {
        flush(paragraph);
        out.println();
      } else {
        if (line.matches("([-*]|\\d+\\.) .*")) {
          flush(paragraph);
        }
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
      }
    }
    flush(paragraph);
    if (!page.references().isEmpty()) {
      out.println();
      out.println(style.bold("References"));
      page.references().forEach(reference -> out.println("  " + shown(page, reference)));
    }
    page.url()
        .ifPresent(
            url -> {
              out.println();
              out.println(style.bold("On the site") + "  " + url);
            });
  }

  /** Returns the text made printable for a custom rule, since it is untrusted. */
  private static String shown(RulePage page, String text) {
    return page.ships() ? text : Printable.page(text);
  }

  private void flush(StringBuilder paragraph) {
    if (!paragraph.isEmpty()) {
      Wrap.print(out, paragraph.toString().replace("`", ""), "  ");
      paragraph.setLength(0);
    }
  }
}
