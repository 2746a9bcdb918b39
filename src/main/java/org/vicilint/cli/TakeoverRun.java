package org.vicilint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.catalog.Catalog;
import org.vicilint.model.Problem;
import org.vicilint.profile.Profile;
import org.vicilint.render.Problems;
import org.vicilint.source.LeftOut;
import org.vicilint.takeover.Takeover;
import org.vicilint.text.Printable;

/**
 * Inputs of the commands about takeovers.
 *
 * @param session what was read, with the problems of the profile among its own
 * @param profile what the organisation decides
 * @param takeover who can become whom
 */
record TakeoverRun(Session session, Profile profile, Takeover takeover) {

  /** Options of every command that looks at takeovers. */
  static Options options() {
    return Opts.reading().addOption(LintRun.profile());
  }

  /** Reads the estate; problems and notes are printed on the error stream. */
  static TakeoverRun open(CommandLine line, List<String> paths, Streams streams)
      throws UsageException {
    List<Problem> problems = new ArrayList<>();
    CompletableFuture<Catalog> loading = CompletableFuture.supplyAsync(Catalog::load);
    Profile profile = LintRun.profile(line, paths, problems);
    Problems.print(streams.err(), Opts.style(line, streams), problems);
    LeftOut leaveOut = LintRun.leaveOut(line, profile, Opts.outputs(line));
    Session read = Session.open(line, paths, streams, profile, leaveOut, loading);
    problems.addAll(read.estate().problems());
    Collections.sort(problems);
    Session session = new Session(read.estate().with(problems), read.access(), read.notes());
    session.notes().forEach(note -> streams.err().println("note: " + Printable.of(note)));
    return new TakeoverRun(
        session,
        profile,
        new Takeover(session.estate(), session.access(), a -> profile.kindOf(a).kind()));
  }

  /**
   * Whether the first argument is an account: it is, unless there is a file or a folder of this
   * name, or it is the dash that stands for standard input.
   */
  static boolean namesAccount(List<String> arguments) {
    return !arguments.isEmpty()
        && !arguments.get(0).equals("-")
        && !Files.exists(Path.of(arguments.get(0)));
  }

  /** Returns the notice that the argument is something to read; empty when it is not. */
  static Optional<String> path(String argument) {
    Path path = Path.of(argument);
    if (argument.equals("-")) {
      return Optional.of("- is standard input");
    }
    return Files.exists(path)
        ? Optional.of(
            Printable.of(argument) + (Files.isDirectory(path) ? " is a folder" : " is a file"))
        : Optional.empty();
  }

  /** A number of at least 1. */
  static int limit(CommandLine line, String option, int otherwise) throws UsageException {
    String text = Opts.last(line, option);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw new UsageException("--%s takes a number from 1, not '%s'".formatted(option, text));
    }
    return Integer.parseInt(text);
  }
}
