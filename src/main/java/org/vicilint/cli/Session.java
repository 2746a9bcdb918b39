package org.vicilint.cli;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.MissingColumns;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.engine.DeclaredCallCheck;
import org.vicilint.engine.GroupColumns;
import org.vicilint.engine.Lacking;
import org.vicilint.engine.PageColumns;
import org.vicilint.engine.ServerNotes;
import org.vicilint.input.table.Secrets;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Moment;
import org.vicilint.model.Problem;
import org.vicilint.profile.Profile;
import org.vicilint.render.Problems;
import org.vicilint.render.Style;
import org.vicilint.source.LeftOut;
import org.vicilint.text.PasswordMask;
import org.vicilint.text.Printable;

/**
 * Inputs of a command that works with accounts.
 *
 * @param estate what was read
 * @param access the evaluator for the builds that were asked for
 * @param notes what must be known to read an answer
 */
record Session(Estate estate, AccessEvaluator access, List<String> notes) {
  private static final String NO_GROUPS =
      "no user groups were given: every user_group is taken to exist";
  private static final String NO_LOG =
      "--since and --until choose calls of the API's log, and no log was read";
  private static final String ZONE =
      " names a zone, which is not applied: the time is read as the server's own clock";
  private static final String LOCKS =
      "some accounts have ten or more refused logins; whether they are locked is not judged without"
          + " --at";

  /**
   * Reads the catalog and the estate, at the same time, for an answer to a question: what a table
   * lacks is a note.
   */
  static Session open(CommandLine line, List<String> paths, Streams streams) throws UsageException {
    return open(line, paths, streams, CompletableFuture.supplyAsync(Catalog::load));
  }

  /**
   * Opens a session with a catalog that is being loaded. The profile decides the builds here too.
   */
  static Session open(
      CommandLine line, List<String> paths, Streams streams, CompletableFuture<Catalog> loading)
      throws UsageException {
    List<Problem> problems = new ArrayList<>();
    Profile profile = LintRun.profile(line, paths, problems);
    Problems.print(streams.err(), Opts.style(line, streams), problems);
    LeftOut leaveOut = LintRun.leaveOut(line, profile, Opts.outputs(line));
    Session session =
        open(line, paths, streams, profile, leaveOut, loading, new Secrets(), Lacking.A_NOTE);
    List<String> notes =
        problems.isEmpty()
            ? List.of()
            : List.of("the profile %s was read only in part".formatted(profile.name()));
    problems.addAll(session.estate.problems());
    return new Session(session.estate.with(problems), session.access, session.notes).noting(notes);
  }

  /**
   * Opens a session for a profile that has been read.
   *
   * @param leaveOut files and folders that hold no accounts, wherever they stand
   * @param loading the catalog, while the estate is read
   */
  static Session open(
      CommandLine line,
      List<String> paths,
      Streams streams,
      Profile profile,
      LeftOut leaveOut,
      CompletableFuture<Catalog> loading)
      throws UsageException {
    return open(line, paths, streams, profile, leaveOut, loading, new Secrets(), Lacking.A_PROBLEM);
  }

  /**
   * Opens a session for a command that takes passwords from elsewhere too.
   *
   * @param secrets turns them into the traits that are kept
   * @param lacking what it is that a table lacks a column that decides
   */
  static Session open(
      CommandLine line,
      List<String> paths,
      Streams streams,
      Profile profile,
      LeftOut leaveOut,
      CompletableFuture<Catalog> loading,
      Secrets secrets,
      Lacking lacking)
      throws UsageException {
    LocalDateTime at = at(line);
    Style style = Opts.style(line, streams);
    Estate read;
    try (Progress.Phase reading = streams.progress().begin(Progress.Work.READING)) {
      read =
          Opts.reader(line, streams, secrets, LogOptions.reading(line, loading))
              .telling(reading)
              .read(DatabaseOptions.paths(line, paths), streams.in(), leaveOut);
    }
    Catalog catalog = loading.join();
    Session session = of(read, catalog, builds(catalog, line, profile), at, lacking);
    session = session.noting(zones(line));
    if (!read.usage().known() && LogOptions.given(line)) {
      session = session.noting(List.of(NO_LOG));
    }
    Problems.print(streams.err(), style, session.estate.problems());
    return session;
  }

  /** The session for an estate that has been read. */
  static Session of(Estate read, Catalog catalog, Builds builds, LocalDateTime at) {
    return of(read, catalog, builds, at, Lacking.A_PROBLEM);
  }

  private static Session of(
      Estate read, Catalog catalog, Builds builds, LocalDateTime at, Lacking lacking) {
    Estate estate = DeclaredCallCheck.check(read, catalog);
    List<String> notes = new ArrayList<>(builds.warnings());
    if (!estate.groups().known() && !estate.accounts().isEmpty()) {
      notes.add(NO_GROUPS);
    }
    notes.addAll(ServerNotes.of(estate));
    notes.addAll(GroupColumns.notes(estate));
    if (at == null && estate.accounts().anyMayBeLocked()) {
      notes.add(LOCKS);
    }
    AccessEvaluator access =
        new AccessEvaluator(catalog, builds, estate.groups(), estate.settings(), at);
    List<Problem> problems = new ArrayList<>(estate.problems());
    MissingColumns missing = new MissingColumns(access);
    List<Problem> told =
        switch (lacking) {
          case A_PROBLEM -> missing.in(estate);
          case A_PROBLEM_OF_WHOLE -> missing.inWhole(estate);
          case A_NOTE -> List.of();
        };
    problems.addAll(told);
    if (lacking != Lacking.A_NOTE) {
      problems.addAll(GroupColumns.missing(estate));
    } else {
      GroupColumns.missing(estate).forEach(problem -> notes.add(note(problem)));
    }
    for (Problem problem : missing.in(estate)) {
      if (!told.contains(problem)) {
        notes.add(note(problem));
      }
    }
    Collections.sort(problems);
    return new Session(estate.with(problems), access, List.copyOf(notes));
  }

  /**
   * Returns a session for answers about administration pages, which rest on more columns, and
   * prints its problems. For a build other than the one whose pages are known, nobody knows which
   * of these columns it has, so a note lists them.
   *
   * @param lacking what it is that a table lacks one; problems are printed
   */
  Session aboutPages(Lacking lacking, Streams streams, Style style) {
    Session session = aboutPages(lacking);
    List<Problem> told = new ArrayList<>(session.estate.problems());
    told.removeAll(estate.problems());
    Problems.print(streams.err(), style, told);
    return session;
  }

  /** Returns a session for answers about administration pages; the caller prints the problems. */
  Session aboutPages(Lacking lacking) {
    List<Problem> told = new ArrayList<>();
    List<String> more = new ArrayList<>(notes);
    Predicate<Problem> counts = PageColumns.counting(lacking, estate, access);
    for (Problem problem : new MissingColumns(access).ofPages().in(estate)) {
      if (counts.test(problem)) {
        told.add(problem);
      } else {
        more.add(note(problem));
      }
    }
    told.addAll(estate.problems());
    Collections.sort(told);
    return new Session(estate.with(told), access, List.copyOf(more));
  }

  /** Returns a copy with more notes. */
  Session noting(List<String> more) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(more);
    return new Session(estate, access, List.copyOf(all));
  }

  /** A problem that does not count, as a note. */
  static String note(Problem problem) {
    return problem.place() + ": " + problem.reason();
  }

  /** The accounts that manifests name, and that are nowhere. */
  static List<String> unread(Estate estate) {
    if (estate.integrations().isEmpty()) {
      return List.of();
    }
    Set<String> read =
        estate.accounts().stream().map(a -> Groups.key(a.user())).collect(Collectors.toSet());
    return estate.integrations().stream()
        .filter(each -> !read.contains(Groups.key(each.account())))
        .map(
            each ->
                PasswordMask.sentence(
                    "the integration %s uses the account %s, which was not read",
                    each.name(), each.account()))
        .toList();
  }

  /**
   * The builds that the command line asks for, else the profile.
   *
   * @param profile null when there is none
   */
  static Builds builds(Catalog catalog, CommandLine line, Profile profile) throws UsageException {
    String build = profile == null ? null : profile.build();
    String agentBuild = profile == null ? null : profile.agentBuild();
    boolean asked = line.hasOption(Opts.BUILD); // then the profile's Agent API does not go with it
    try {
      return Builds.choose(
          catalog,
          asked ? Opts.last(line, Opts.BUILD) : build,
          line.hasOption(Opts.AGENT_BUILD)
              ? Opts.last(line, Opts.AGENT_BUILD)
              : asked ? null : agentBuild);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** The account of this name; the server compares logins without case. */
  Optional<Account> account(String user) {
    return estate.accounts().stream().filter(a -> a.user().equalsIgnoreCase(user)).findFirst();
  }

  /** Returns the message for an account that does not exist. */
  String missing(String user) {
    List<String> users = estate.accounts().stream().map(Account::user).toList();
    return "vicilint: there is no account '%s' in what was read%s"
        .formatted(Printable.of(user), Printable.of(Opts.didYouMean(user, users)));
  }

  /** Whether everything could be read. */
  boolean complete() {
    return estate.problems().isEmpty();
  }

  /** Returns the notes on the times that options name. */
  static List<String> zones(CommandLine line) {
    return Stream.of(Opts.AT, LogOptions.SINCE, LogOptions.UNTIL)
        .filter(option -> line.hasOption(option) && Moment.zoned(Opts.last(line, option)))
        .map(option -> "--" + option + ZONE)
        .toList();
  }

  /** The time on the server that locks are judged by; null when it is not known. */
  static LocalDateTime at(CommandLine line) throws UsageException {
    String text = Opts.last(line, Opts.AT);
    LocalDateTime at = text == null ? null : Moment.of(text, null);
    if (text != null && at == null) {
      throw new UsageException("--at takes a time like '2025-07-20 18:41:00', not '" + text + "'");
    }
    return at;
  }
}
