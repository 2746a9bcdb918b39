package org.vicilint.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Page;
import org.vicilint.catalog.PageEffect;
import org.vicilint.catalog.Pages;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Build;
import org.vicilint.render.Style;
import org.vicilint.render.catalog.PageCatalogJson;
import org.vicilint.render.catalog.PageCatalogText;

/** The part of {@code vicilint catalog} that shows administration pages. */
final class CatalogPages {
  private CatalogPages() {}

  /**
   * Writes the pages.
   *
   * @param named the page to show; null for a list of those that the options choose
   */
  static void write(CommandLine line, Streams streams, Build build, String named)
      throws UsageException, IOException {
    if (line.hasOption(CatalogCommand.API)) {
      throw new UsageException("--api chooses functions; pages belong to no API");
    }
    String format = Opts.choice(line, Opts.FORMAT, List.of("text", "json"), "text");
    Style style = Opts.style(line, streams);
    Pages known = Pages.known();
    List<Page> pages =
        named == null
            ? known.all().stream().filter(wanted(line, known)).toList()
            : List.of(PageNames.of(named));
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        List.of(),
        streams,
        out -> {
          if (format.equals("json")) {
            PageCatalogJson.write(out, pages, known, build);
          } else if (named != null) {
            new PageCatalogText(out, style).show(pages.get(0), known, build);
          } else {
            new PageCatalogText(out, style).list(pages, known, build);
          }
        });
  }

  private static Predicate<Page> wanted(CommandLine line, Pages known) throws UsageException {
    Predicate<Page> wanted = page -> true;
    if (line.hasOption(CatalogCommand.CATEGORY)) {
      List<String> all = known.all().stream().map(Page::category).distinct().sorted().toList();
      String category = Opts.choice(line, CatalogCommand.CATEGORY, all, null);
      wanted = wanted.and(page -> page.category().equals(category));
    }
    if (line.hasOption(CatalogCommand.EFFECT)) {
      List<String> all =
          Stream.concat(
                  Arrays.stream(Effect.values()).map(Effect::word),
                  Arrays.stream(PageEffect.values()).map(PageEffect::word))
              .toList();
      String effect = Opts.choice(line, CatalogCommand.EFFECT, all, null);
      wanted =
          wanted.and(
              page ->
                  page.effect().word().equals(effect)
                      || page.effect().effect().word().equals(effect));
    }
    if (line.hasOption(CatalogCommand.FLAG)) {
      Predicate<Requirement> needs =
          CatalogCommand.needsColumn(Opts.last(line, CatalogCommand.FLAG));
      wanted = wanted.and(page -> page.opens().stream().map(Page.Way::demand).anyMatch(needs));
    }
    return wanted;
  }
}
