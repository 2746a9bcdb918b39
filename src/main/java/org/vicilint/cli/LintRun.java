package org.vicilint.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.vicilint.access.MissingColumns;
import org.vicilint.api.Parameters;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Pages;
import org.vicilint.engine.Lacking;
import org.vicilint.engine.LintResult;
import org.vicilint.engine.ProfileChecks;
import org.vicilint.engine.RuleBook;
import org.vicilint.engine.RunMetadata;
import org.vicilint.engine.UsageResult;
import org.vicilint.finding.Severity;
import org.vicilint.input.table.Secrets;
import org.vicilint.lint.Audit;
import org.vicilint.lint.AuditResult;
import org.vicilint.model.Estate;
import org.vicilint.model.Moment;
import org.vicilint.model.Problem;
import org.vicilint.profile.Baseline;
import org.vicilint.profile.Profile;
import org.vicilint.profile.read.BaselineReader;
import org.vicilint.profile.read.ProfileReader;
import org.vicilint.render.Problems;
import org.vicilint.render.Style;
import org.vicilint.rules.Rule;
import org.vicilint.source.Exclusion;
import org.vicilint.source.LeftOut;
import org.vicilint.text.PasswordMask;

/** One run of the rules, from the command line to the result; lint and baseline share it. */
final class LintRun {
  private static final String PROFILE = "profile";
  private static final String DATE = "date";
  static final String BASELINE = "baseline";
  private static final String DEFAULT = "default";

  /** Options that change how a result looks, not what is found. */
  private static final Set<String> LOOKS =
      Set.of(Opts.FORMAT, Opts.OUTPUT, Opts.COLOR, Opts.NO_PROGRESS);

  private LintRun() {}

  /** The options of a run, beside those of reading. */
  static Options options() {
    return LogOptions.add(Opts.reading())
        .addOption(profile())
        .addOption(several(Rules.ONLY, "run only these rules"))
        .addOption(several(Rules.SKIP, "leave these rules out"))
        .addOption(date());
  }

  /** The option that names the day. */
  static Option date() {
    return Opts.value(
        DATE,
        "YYYY-MM-DD",
        "the day by which waivers expire, accounts are stale and reviews are due; default: SOURCE_DATE_EPOCH, else today");
  }

  /** The option that takes a baseline. */
  static Option baseline() {
    return Opts.value(
        BASELINE,
        "FILE",
        "findings that this file knows do not fail the run, see 'vicilint baseline'");
  }

  /** The option that names a profile. */
  static Option profile() {
    return Opts.value(
        PROFILE,
        "NAME|FILE",
        "default, strict, legacy, ci, or a file; without it vicilint.yaml, looked for from the paths upward");
  }

  /** Refuses a profile that is not there, before anything runs. */
  static void refuseMissingProfile(CommandLine line) throws UsageException {
    String asked = Opts.last(line, PROFILE);
    Optional<Problem> missing = asked == null ? Optional.empty() : ProfileReader.missing(asked);
    if (missing.isPresent()) {
      throw new UsageException(
          "--profile: %s: '%s'; %s".formatted(missing.get().reason(), asked, missing.get().hint()));
    }
  }

  /** The profile that a command line asks for; one that is not there is refused before. */
  static Profile profile(CommandLine line, List<String> paths, List<Problem> problems)
      throws UsageException {
    if (line.hasOption(PROFILE)) {
      return new ProfileReader(problems).read(Opts.last(line, PROFILE));
    }
    TreeSet<Path> found = new TreeSet<>();
    for (String path : paths.isEmpty() ? List.of(".") : paths) {
      ProfileReader.find(path).ifPresent(file -> found.add(Path.of(file).normalize()));
    }
    if (found.size() > 1) {
      throw new UsageException(
          "the paths have different profiles, %s and %s; choose one with --profile"
              .formatted(found.first(), found.last()));
    }
    ProfileReader reader = new ProfileReader(problems);
    return found.isEmpty() ? reader.read(DEFAULT) : reader.readFound(found.first().toString());
  }

  /**
   * Inputs of a run, before any rule has run.
   *
   * @param estate the accounts, with the waivers that count
   * @param problems what is wrong with the profile, its rules and waivers, and the baseline; rules
   *     of one's own add to it while they run
   */
  record Prepared(
      Session session,
      Estate estate,
      Audit audit,
      Rules rules,
      Profile profile,
      Baseline known,
      List<Problem> problems,
      LocalDate today) {}

  /**
   * Reads all that the rules look at.
   *
   * @param outputs the files that the result goes to
   * @param knowing whether the profile's baseline counts; one that is given always does
   */
  static Prepared prepare(CommandLine line, Streams streams, List<String> outputs, boolean knowing)
      throws UsageException {
    List<Problem> problems = new ArrayList<>();
    LocalDate today = today(line);
    CompletableFuture<Catalog> catalog = CompletableFuture.supplyAsync(Catalog::load);
    // Nearly every run asks for these, once all is read.
    catalog.thenRun(Pages::known).thenRun(Parameters::known);
    Profile profile = profile(line, line.getArgList(), problems);
    RuleBook book = RuleBook.of(profile, catalog::join, problems);
    Rules chosen = Rules.choose(line, profile, book, problems);
    Session read =
        Session.open(
            line,
            line.getArgList(),
            streams,
            profile,
            leaveOut(line, profile, outputs),
            catalog,
            new Secrets(),
            Lacking.A_PROBLEM_OF_WHOLE);
    Rules rules = chosen.with(read.estate().usage(), profile, problems);
    Session judged = read;
    if (rules.run().stream().anyMatch(Rule::looksAtPages)) {
      Style style = Opts.style(line, streams);
      judged = read.aboutPages(Lacking.A_PROBLEM_OF_WHOLE, streams, style);
    }
    // Where there is nothing to judge, the problem says so; what would be missing then is noise.
    List<String> waiting = read.estate().accounts().isEmpty() ? List.of() : rules.notes();
    Session session = judged.noting(waiting).noting(UsageResult.gaps(read.estate().usage()));
    ProfileChecks.terms(catalog.join(), profile, problems);
    Rules.checkWaivers(session.estate().waivers(), profile, book, problems);
    String baseline = baseline(line, profile, knowing);
    Baseline known = baseline == null ? Baseline.NONE : BaselineReader.read(baseline, problems);
    return new Prepared(
        session,
        Rules.withoutEndless(session.estate(), profile),
        new Audit(rules.run(), rules.pages(), profile, today),
        rules,
        profile,
        known,
        problems,
        today);
  }

  /**
   * Runs the rules; problems are printed on the error stream.
   *
   * @param outputs the files that the result goes to
   */
  static LintResult of(
      CommandLine line,
      Streams streams,
      List<String> outputs,
      Severity failOn,
      boolean decided,
      boolean knowing)
      throws UsageException {
    Prepared run = prepare(line, streams, outputs, knowing);
    Session session = run.session();
    AuditResult result;
    try (Progress.Phase judging = streams.progress().begin(Progress.Work.JUDGING)) {
      judging.expect(run.estate().accounts().size());
      result = run.audit().run(run.estate(), session.access(), run.known(), judging);
    }
    // After the run: rules of one's own may have failed on an account.
    List<Problem> problems = run.problems();
    Severity least = decided ? failOn : run.profile().failOn();
    List<String> notes = new ArrayList<>(session.notes());
    if (least == null || !result.findings().tally().anyOpen(least)) {
      // Nothing is called clean for columns that nobody read.
      MissingColumns missing = new MissingColumns(session.access());
      Stream.of(missing, missing.ofPages())
          .flatMap(columns -> columns.in(session.estate()).stream())
          .filter(problem -> notes.remove(Session.note(problem)))
          .forEach(problems::add);
    }
    Problems.print(streams.err(), Opts.style(line, streams), problems);
    problems.addAll(session.estate().problems());
    Collections.sort(problems);
    notes.addAll(Session.unread(session.estate()));
    return new LintResult(
        session.estate(),
        session.access(),
        result.accounts(),
        result.findings(),
        result.gone(),
        run.rules().pages(),
        run.rules().skipped(),
        run.rules().waiting().values().stream().flatMap(List::stream).sorted().toList(),
        run.profile(),
        least,
        problems,
        notes,
        occasion(line, run.today(), run.profile(), knowing));
  }

  /**
   * Returns the files that a run uses otherwise, and that therefore are no definitions where a
   * folder holds them.
   */
  static LeftOut leaveOut(CommandLine line, Profile profile, List<String> outputs)
      throws UsageException {
    List<String> used = new ArrayList<>(profile.ownRules());
    String baseline = baseline(line, profile, true);
    if (baseline != null) {
      used.add(baseline);
    }
    used.addAll(profile.files());
    used.addAll(outputs); // of the run before
    List<Exclusion> exclusions = new ArrayList<>();
    for (Profile.Exclude each : profile.exclude()) {
      Exclusion.ofProfile(each.pattern(), Path.of(each.folder())).ifPresent(exclusions::add);
    }
    exclusions.addAll(Opts.exclusions(line));
    return new LeftOut(used, exclusions);
  }

  /** The baseline that the command line names, else the profile; null for none. */
  private static String baseline(CommandLine line, Profile profile, boolean knowing) {
    if (line.hasOption(BASELINE)) {
      return Opts.last(line, BASELINE);
    }
    return knowing ? profile.baseline() : null;
  }

  /** Returns the part of an option's value that may be filed. */
  private static String shown(Option option, String value) {
    return PasswordMask.of(
        option.getLongOpt().equals(DatabaseOptions.DATABASE)
            ? DatabaseOptions.shown(value)
            : value);
  }

  private static RunMetadata occasion(
      CommandLine line, LocalDate today, Profile profile, boolean knowing) {
    List<String> options = new ArrayList<>();
    for (Option option : line.getOptions()) {
      if (!option.getLongOpt().equals(DATE) && !LOOKS.contains(option.getLongOpt())) {
        options.add("--" + option.getLongOpt());
        option.getValuesList().forEach(value -> options.add(shown(option, value)));
      }
    }
    options.addAll(List.of("--" + DATE, today.toString()));
    return new RunMetadata(
        Main.version(),
        today,
        DatabaseOptions.paths(line, line.getArgList()).stream().map(PasswordMask::of).toList(),
        options,
        baseline(line, profile, knowing) != null);
  }

  static LocalDate today(CommandLine line) throws UsageException {
    String date = Opts.last(line, DATE);
    String epoch = System.getenv("SOURCE_DATE_EPOCH");
    try {
      if (date != null) {
        LocalDate day = Moment.day(date);
        if (day == null) {
          throw new UsageException("--date takes a day like 2025-07-20, not '" + date + "'");
        }
        return day;
      }
      if (epoch != null && !epoch.isEmpty()) {
        Instant instant = Instant.ofEpochSecond(Long.parseLong(epoch));
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
      }
      // Not the day of this machine's zone: two machines are to say the same of a waiver.
      return LocalDate.now(Clock.systemUTC());
    } catch (NumberFormatException | DateTimeException e) {
      throw new UsageException("SOURCE_DATE_EPOCH is not a number of seconds that has a date");
    }
  }

  private static Option several(String name, String description) {
    return Option.builder()
        .longOpt(name)
        .hasArgs()
        .numberOfArgs(1)
        .argName("RULE,...")
        .desc(description)
        .get();
  }
}
