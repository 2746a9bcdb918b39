package org.vicilint.cli;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.cli.CommandLine;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.diff.AccessDiff;
import org.vicilint.diff.GainLimit;
import org.vicilint.diff.Side;
import org.vicilint.engine.DiffResult;
import org.vicilint.engine.Lacking;
import org.vicilint.input.EstateReader;
import org.vicilint.model.Estate;
import org.vicilint.model.Problem;
import org.vicilint.render.Problems;

/** Comparison of two versions of the accounts, from the command line to the result. */
final class DiffRun {
  private DiffRun() {}

  /** Reads both sides and compares them; problems are printed on the error stream. */
  static DiffResult of(CommandLine line, Streams streams, GainLimit limit) throws UsageException {
    List<Problem> problems = new ArrayList<>();
    CompletableFuture<Catalog> loading = CompletableFuture.supplyAsync(Catalog::load);
    DiffSides sides = DiffSides.of(line, streams, problems);
    LocalDateTime at = Session.at(line);
    CompletableFuture<Estate> first = CompletableFuture.supplyAsync(sides.before());
    Estate second = sides.after().get();
    Catalog catalog = loading.join();
    Builds builds = Session.builds(catalog, line, sides.profile());
    Session before = Session.of(first.join(), catalog, builds, at).aboutPages(Lacking.A_PROBLEM);
    Session after = Session.of(second, catalog, builds, at).aboutPages(Lacking.A_PROBLEM);
    problems.addAll(before.estate().problems());
    problems.addAll(after.estate().problems());
    if (before.estate().accounts().isEmpty()
        && after.estate().accounts().isEmpty()
        && problems.isEmpty()) {
      problems.add(EstateReader.nothing(sides.afterName()));
    }
    // A source of both sides has its problems in both.
    problems = new ArrayList<>(problems.stream().distinct().sorted().toList());
    Problems.print(streams.err(), Opts.style(line, streams), problems);
    List<String> notes = notes(before, after);
    notes.addAll(Session.zones(line));
    Side one = new Side(before.estate(), before.access());
    Side two = new Side(after.estate(), after.access());
    AccessDiff diff = new AccessDiff(one, two, sides.profile(), true);
    return new DiffResult(
        one,
        two,
        sides.beforeName(),
        sides.afterName(),
        diff,
        diff.run(),
        limit,
        problems,
        notes,
        Main.version());
  }

  /** The notes of both sides; one that holds for one side only says which. */
  private static List<String> notes(Session before, Session after) {
    List<String> notes = new ArrayList<>();
    TreeSet<String> all = new TreeSet<>(before.notes());
    all.addAll(after.notes());
    for (String note : all) {
      boolean both = before.notes().contains(note) && after.notes().contains(note);
      notes.add(both ? note : (before.notes().contains(note) ? "before: " : "after: ") + note);
    }
    if (!after.access().pages().certain()) {
      notes.add(after.access().pages().basis());
    }
    return notes;
  }
}
