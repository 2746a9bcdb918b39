package org.vicilint.cli;

import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.cli.CommandLine;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.input.EstateReader;
import org.vicilint.input.InputFormat;
import org.vicilint.input.Limits;
import org.vicilint.model.Estate;
import org.vicilint.report.Problems;
import org.vicilint.report.Style;

/**
 * What a command that looks at accounts works with.
 *
 * @param estate what was read
 * @param access the evaluator for the builds that were asked for
 * @param notes what must be known to read an answer
 */
record Session(Estate estate, AccessEvaluator access, List<String> notes) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final String NO_GROUPS =
      "no user groups were given: every user_group is taken to exist";

  /** Reads the catalog and the estate, at the same time. */
  static Session open(CommandLine line, List<String> paths, Streams streams) throws UsageException {
    CompletableFuture<Catalog> loading = CompletableFuture.supplyAsync(Catalog::load);
    LocalDateTime at = at(line);
    InputFormat format = Opts.inputFormat(line);
    Style style = Opts.style(line, streams);
    Estate estate = read(format, paths.isEmpty() ? List.of(".") : paths, streams.in());
    Catalog catalog = loading.join();
    Builds builds = builds(catalog, line);
    List<String> notes = new ArrayList<>(builds.warnings());
    if (!estate.groups().known()) {
      notes.add(NO_GROUPS);
    }
    Problems.print(streams.err(), style, estate.problems());
    return new Session(
        estate, new AccessEvaluator(catalog, builds, estate.groups(), at), List.copyOf(notes));
  }

  /** The builds that the command line asks for. */
  static Builds builds(Catalog catalog, CommandLine line) throws UsageException {
    try {
      return Builds.choose(
          catalog, line.getOptionValue(Opts.BUILD), line.getOptionValue(Opts.AGENT_BUILD));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** Whether everything could be read. */
  boolean complete() {
    return estate.problems().isEmpty();
  }

  private static Estate read(InputFormat format, List<String> paths, InputStream in) {
    return new EstateReader(format, Limits.DEFAULT).read(paths, in);
  }

  private static LocalDateTime at(CommandLine line) throws UsageException {
    String text = line.getOptionValue(Opts.AT);
    try {
      return text == null ? null : LocalDateTime.parse(text, TIME);
    } catch (DateTimeParseException e) {
      throw new UsageException("--at takes a time like '2025-07-20 18:41:00', not '" + text + "'");
    }
  }
}
