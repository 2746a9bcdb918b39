package org.vicilint.cli;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.cli.CommandLine;
import org.vicilint.audit.AccessDiff;
import org.vicilint.audit.GainLimit;
import org.vicilint.audit.Side;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.input.EstateReader;
import org.vicilint.input.InputFormat;
import org.vicilint.input.Limits;
import org.vicilint.model.Estate;
import org.vicilint.model.Problem;
import org.vicilint.policy.Profile;
import org.vicilint.report.DiffResult;
import org.vicilint.report.Problems;

/** One comparison of two versions of the accounts, from the command line to the result. */
final class DiffRun {
  private static final String STANDARD_INPUT = "-";

  private DiffRun() {}

  /** Reads both sides and compares them; problems are printed on the error stream. */
  static DiffResult of(CommandLine line, Streams streams, GainLimit limit) throws UsageException {
    List<String> paths = line.getArgList();
    if (paths.size() != 2) {
      throw new UsageException(
          "diff takes two paths, BEFORE and AFTER; several files of one side go into a folder");
    }
    if (paths.get(0).equals(STANDARD_INPUT) && paths.get(1).equals(STANDARD_INPUT)) {
      throw new UsageException("standard input can be one side only");
    }
    List<Problem> problems = new ArrayList<>();
    CompletableFuture<Catalog> loading = CompletableFuture.supplyAsync(Catalog::load);
    // The newer profile decides; the older one only tells which of its files are no definitions.
    Profile profile = LintRun.profile(line, paths.subList(1, 2), problems);
    Profile older = LintRun.profile(line, paths.subList(0, 1), new ArrayList<>());
    List<String> leaveOut = new ArrayList<>(LintRun.leaveOut(line, profile, Opts.outputs(line)));
    leaveOut.addAll(LintRun.leaveOut(line, older, List.of()));
    LocalDateTime at = Session.at(line);
    InputFormat format = Opts.inputFormat(line);
    CompletableFuture<Estate> first =
        CompletableFuture.supplyAsync(() -> read(format, paths.subList(0, 1), streams, leaveOut));
    Estate second = read(format, paths.subList(1, 2), streams, leaveOut);
    Catalog catalog = loading.join();
    Builds builds = Session.builds(catalog, line, profile);
    Session before = Session.of(first.join(), catalog, builds, at);
    Session after = Session.of(second, catalog, builds, at);
    problems.addAll(before.estate().problems());
    problems.addAll(after.estate().problems());
    Collections.sort(problems);
    Problems.print(streams.err(), Opts.style(line, streams), problems);
    Side one = new Side(before.estate(), before.access());
    Side two = new Side(after.estate(), after.access());
    AccessDiff diff = new AccessDiff(one, two, profile, true);
    return new DiffResult(
        one,
        two,
        paths.get(0),
        paths.get(1),
        diff,
        diff.run(),
        limit,
        problems,
        notes(before.notes(), after.notes()),
        Main.version());
  }

  private static Estate read(
      InputFormat format, List<String> paths, Streams streams, List<String> leaveOut) {
    return new EstateReader(format, Limits.DEFAULT).read(paths, streams.in(), leaveOut);
  }

  /** The notes of both sides; one that holds for one side only says which. */
  private static List<String> notes(List<String> before, List<String> after) {
    List<String> notes = new ArrayList<>();
    TreeSet<String> all = new TreeSet<>(before);
    all.addAll(after);
    for (String note : all) {
      boolean both = before.contains(note) && after.contains(note);
      notes.add(both ? note : (before.contains(note) ? "before: " : "after: ") + note);
    }
    return notes;
  }
}
