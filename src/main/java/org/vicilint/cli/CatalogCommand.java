package org.vicilint.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Requirement;
import org.vicilint.model.Build;
import org.vicilint.model.Flag;
import org.vicilint.render.Style;
import org.vicilint.render.catalog.CatalogJson;
import org.vicilint.render.catalog.CatalogText;
import org.vicilint.text.Printable;

/** {@code vicilint catalog}: the functions, and what each build demands for them. */
final class CatalogCommand implements Command {
  static final String API = "api";
  static final String CATEGORY = "category";
  static final String EFFECT = "effect";
  static final String FLAG = "flag";
  private static final String PAGES = "pages";
  private static final String MODIFY_LEADS = "modify_leads";

  @Override
  public String name() {
    return "catalog";
  }

  @Override
  public String arguments() {
    return "[show FUNCTION|page:NAME]";
  }

  @Override
  public String summary() {
    return "lists the functions of both APIs or the admin pages, or explains one";
  }

  @Override
  public Options options() {
    return Opts.builds()
        .addOption(
            Option.builder()
                .longOpt(PAGES)
                .desc("the administration pages instead of functions, with what opens them")
                .get())
        .addOption(Opts.value(API, "API", "only this API: non_agent or agent"))
        .addOption(Opts.value(CATEGORY, "NAME", "only this category, for instance leads"))
        .addOption(
            Opts.value(
                EFFECT,
                "NAME",
                "only this effect: read, write, control or delete; of pages also words like 'edits leads'"))
        .addOption(
            Opts.value(
                FLAG,
                "COLUMN",
                "only functions that need this flag, or have a parameter that does; or pages"))
        .addOption(Opts.format("text or json; default: text"))
        .addOption(Opts.output());
  }

  @Override
  public String more() {
    return """
          vicilint catalog --category leads
          vicilint catalog --flag modify_users --build 240703-1657
          vicilint catalog show add_lead
          vicilint catalog --pages --effect write
          vicilint catalog show page:admin_modify_lead.php

        Exit status: 0 done, 2 wrong usage.
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    String format = Opts.choice(line, Opts.FORMAT, List.of("text", "json"), "text");
    Style style = Opts.style(line, streams);
    Catalog catalog = Catalog.load();
    Builds builds = Session.builds(catalog, line, null);
    builds.warnings().forEach(w -> streams.err().println("note: " + Printable.of(w)));
    boolean show = shows(line.getArgList());
    String name = show ? line.getArgList().get(1) : null;
    if (line.hasOption(PAGES) || (show && PageNames.meant(name))) {
      CatalogPages.write(line, streams, builds.nonAgent(), name);
      return ExitStatus.OK;
    }
    List<Function> functions = show ? named(catalog, name) : filtered(catalog, builds, line);
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        List.of(),
        streams,
        out -> {
          if (format.equals("json")) {
            CatalogJson.write(out, functions, builds);
          } else if (show) {
            functions.forEach(function -> new CatalogText(out, style).show(function, builds));
          } else {
            new CatalogText(out, style).list(functions, builds);
          }
        });
    return ExitStatus.OK;
  }

  private static boolean shows(List<String> arguments) throws UsageException {
    if (arguments.isEmpty()) {
      return false;
    }
    if (arguments.size() != 2 || !arguments.get(0).equals("show")) {
      throw new UsageException("catalog takes nothing, or: show FUNCTION");
    }
    return true;
  }

  private static List<Function> named(Catalog catalog, String name) throws UsageException {
    List<Function> found = catalog.functions().stream().filter(f -> f.name().equals(name)).toList();
    if (found.isEmpty()) {
      throw new UsageException(
          "no build of either API has a function '%s'%s"
                  .formatted(Printable.of(name), Opts.didYouMean(name, catalog.names()))
              + PageNames.hint(CallNames.of(name)));
    }
    return found;
  }

  private static List<Function> filtered(Catalog catalog, Builds builds, CommandLine line)
      throws UsageException {
    Predicate<Function> wanted = f -> f.at(builds.of(f.api())).isPresent();
    if (line.hasOption(API)) {
      String api = Opts.choice(line, API, words(Api.values(), Api::word), null);
      wanted = wanted.and(f -> f.api().word().equals(api));
    }
    if (line.hasOption(CATEGORY)) {
      List<String> known =
          catalog.functions().stream().map(Function::category).distinct().sorted().toList();
      String category = Opts.choice(line, CATEGORY, known, null);
      wanted = wanted.and(f -> f.category().equals(category));
    }
    if (line.hasOption(EFFECT)) {
      String effect = Opts.choice(line, EFFECT, words(Effect.values(), Effect::word), null);
      wanted = wanted.and(f -> f.effect().word().equals(effect));
    }
    if (line.hasOption(FLAG)) {
      wanted = wanted.and(needs(Opts.last(line, FLAG), builds));
    }
    return catalog.functions().stream().filter(wanted).toList();
  }

  private static Predicate<Function> needs(String column, Builds builds) throws UsageException {
    Predicate<Requirement> needs = needsColumn(column);
    return function -> {
      Build build = builds.of(function.api());
      return Stream.concat(
              function.at(build).stream(),
              function.operations().stream().flatMap(o -> o.at(build).stream()))
          .anyMatch(needs);
    };
  }

  /** Whether a requirement looks at the column. */
  static Predicate<Requirement> needsColumn(String column) throws UsageException {
    if (column.equals(MODIFY_LEADS)) {
      return requirement -> requirement.modifyLeads() != 0;
    }
    if (Flag.of(column).isEmpty()) {
      throw new UsageException(
          "--flag does not know '%s'%s"
              .formatted(column, Opts.didYouMean(column, words(Flag.values(), Flag::column))));
    }
    long bit = Flag.of(column).orElseThrow().bit();
    return requirement -> (requirement.flags() & bit) != 0;
  }

  private static <T> List<String> words(T[] values, java.util.function.Function<T, String> word) {
    return Arrays.stream(values).map(word).toList();
  }
}
