package org.vicilint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.engine.OnboardResult;
import org.vicilint.engine.Onboarding;
import org.vicilint.engine.ProfileChecks;
import org.vicilint.input.EstateReader;
import org.vicilint.input.table.Secrets;
import org.vicilint.log.LogReading;
import org.vicilint.model.Estate;
import org.vicilint.model.Integration;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.profile.Profile;
import org.vicilint.render.Problems;
import org.vicilint.render.Style;
import org.vicilint.render.plan.OnboardJson;
import org.vicilint.render.plan.OnboardMarkdown;
import org.vicilint.render.plan.OnboardText;

/** {@code vicilint onboard}: can an integration start, and with how little? */
final class OnboardCommand implements Command {
  static final String DEFINITION = "definition";
  private static final String FOLDER = "integrations";

  @Override
  public String name() {
    return "onboard";
  }

  @Override
  public String arguments() {
    return "MANIFEST [PATH...]";
  }

  @Override
  public String summary() {
    return "shows whether an integration can start, and with how little";
  }

  @Override
  public Options options() {
    return Opts.reading()
        .addOption(LintRun.profile())
        .addOption(Opts.format("text, markdown (the checklist for the ticket) or json"))
        .addOption(Opts.output())
        .addOption(LintRun.date())
        .addOption(
            Opts.value(
                DEFINITION, "FILE", "write the least-privilege definition to this file as well"));
  }

  @Override
  public String more() {
    return """
        MANIFEST is a file that says what an integration is and calls; PATH are the accounts. Without
        PATH, the folder is read that holds the manifest's folder integrations/.

          vicilint onboard integrations/nightly-loader.yaml
          vicilint onboard loader.yaml vicidial_users.tsv --format markdown --output ticket.md
          vicilint onboard loader.yaml accounts/ --definition accounts/loader.yaml

        Exit status: 0 it can start, 1 not yet, 2 wrong usage, 3 incomplete (something could not be
        read, or a name that no build has is called).
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    List<String> arguments = line.getArgList();
    if (arguments.isEmpty()) {
      throw new UsageException("onboard needs a MANIFEST: a file that says what an integration is");
    }
    refuseWritten(line);
    LocalDate today = LintRun.today(line);
    String format = Opts.choice(line, Opts.FORMAT, List.of("text", "markdown", "json"), "text");
    List<Problem> problems = new ArrayList<>();
    Catalog catalog = Catalog.load();
    List<String> paths = paths(line, arguments);
    Profile profile = LintRun.profile(line, paths, problems);
    ProfileChecks.terms(catalog, profile, problems);
    Estate read =
        Opts.reader(line, streams, new Secrets(), LogReading.PLAIN)
            .read(paths, streams.in(), LintRun.leaveOut(line, profile, Opts.outputs(line)));
    Builds builds = Session.builds(catalog, line, profile);
    Session session = Session.of(read, catalog, builds, Session.at(line));
    problems.addAll(session.estate().problems());
    List<Integration> asked = asked(session.estate(), arguments.get(0));
    List<String> notes = new ArrayList<>(session.notes());
    notes.addAll(Session.zones(line));
    boolean alone = arguments.size() == 1 && !DatabaseOptions.given(line);
    if (!asked.isEmpty() && (alone || read.groups().known())) {
      fresh(problems, notes);
    }
    if (asked.isEmpty() && problems.isEmpty()) {
      problems.add(
          new Problem(
              SourceLocation.of(arguments.get(0)),
              "this is no manifest",
              "write name:, account: and functions: at the beginning of lines"));
    }
    if (line.hasOption(DEFINITION) && asked.size() > 1) {
      throw new UsageException("--definition takes one manifest, and there are " + asked.size());
    }
    List<Onboarding> onboardings = new ArrayList<>();
    for (Integration each : asked) {
      List<AccessEvaluator> access = access(line, each, session, problems, notes);
      Optional<String> wrong =
          session.account(each.account()).isPresent()
              ? Optional.empty()
              : NewLogin.wrong(each.account(), each.calls(), access);
      if (wrong.isPresent()) {
        problems.add(new Problem(each.place("account"), wrong.get(), "name another account"));
        continue;
      }
      Onboarding onboarding = Onboarding.of(each, session.estate(), profile.terms(), access);
      Optional<String> text = OnboardResult.definition(onboarding);
      if (text.isPresent()) {
        Forecast forecast = Forecast.of(line, profile, session.estate(), access, problems);
        onboarding = onboarding.with(forecast.of(List.of(text.get())).get(0));
      }
      onboardings.add(onboarding);
    }
    Collections.sort(problems);
    Style style = Opts.style(line, streams);
    Problems.print(streams.err(), style, problems);
    OnboardResult result = new OnboardResult(onboardings, problems, notes, today);
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        paths,
        streams,
        out -> {
          switch (format) {
            case "json" -> OnboardJson.write(out, result);
            case "markdown" -> OnboardMarkdown.write(out, result);
            default -> new OnboardText(out, style).print(result);
          }
        });
    Optional<String> definition =
        onboardings.size() == 1 ? OnboardResult.definition(onboardings.get(0)) : Optional.empty();
    if (line.hasOption(DEFINITION) && definition.isPresent()) {
      Output.write(Opts.last(line, DEFINITION), paths, streams, out -> out.print(definition.get()));
    }
    if (!result.complete()) {
      return ExitStatus.INCOMPLETE;
    }
    return result.ready() ? ExitStatus.OK : ExitStatus.FINDINGS;
  }

  /**
   * Turns the problem of an estate without accounts into a note: here it means that there is none
   * yet.
   */
  private static void fresh(List<Problem> problems, List<String> notes) {
    if (problems.removeIf(p -> p.equals(EstateReader.nothing(p.place().source())))) {
      notes.add("no accounts were read: each account that a manifest names is taken to be new");
    }
  }

  /** The manifest, and the accounts: those that are named, else the manifest's own repository. */
  private static List<String> paths(CommandLine line, List<String> arguments)
      throws UsageException {
    List<String> paths = new ArrayList<>(arguments);
    Path manifest = Path.of(arguments.get(0));
    if (Files.isDirectory(manifest)) {
      throw new UsageException("MANIFEST is a file, and %s is a folder".formatted(manifest));
    }
    Path folder = manifest.toAbsolutePath().getParent();
    if (arguments.size() == 1 && !DatabaseOptions.given(line) && folder.endsWith(FOLDER)) {
      Path named = manifest.getParent();
      paths.add(
          named == null
              ? ".."
              : named.getParent() == null
                  ? named.resolve("..").normalize().toString()
                  : named.getParent().toString());
      if (paths.get(1).isEmpty()) {
        paths.set(1, ".");
      }
    }
    return paths;
  }

  private static List<Integration> asked(Estate estate, String manifest) {
    return estate.integrations().stream()
        .filter(each -> same(each.places().record().source(), manifest))
        .toList();
  }

  private static boolean same(String source, String file) {
    try {
      return source.equals(file) || Files.isSameFile(Path.of(source), Path.of(file));
    } catch (IOException e) {
      return false; // standard input, or gone since
    }
  }

  /**
   * An evaluator for each build of the manifest; else, or when one is asked for, that of the run.
   */
  private static List<AccessEvaluator> access(
      CommandLine line,
      Integration integration,
      Session session,
      List<Problem> problems,
      List<String> notes) {
    List<AccessEvaluator> access = new ArrayList<>();
    for (String build : line.hasOption(Opts.BUILD) ? List.<String>of() : integration.builds()) {
      try {
        Catalog catalog = session.access().catalog();
        Builds builds = Builds.choose(catalog, build, null);
        notes.addAll(builds.warnings());
        access.add(session.access().on(builds));
      } catch (IllegalArgumentException e) {
        problems.add(
            new Problem(
                integration.place("builds"),
                e.getMessage(),
                "write the build that function=version of your server prints"));
      }
    }
    return access.isEmpty() ? List.of(session.access()) : access;
  }

  /** A definition is written once; after that it is an account that is read. */
  private static void refuseWritten(CommandLine line) throws UsageException {
    String file = Opts.last(line, DEFINITION);
    if (file == null) {
      return;
    }
    if (Files.exists(Path.of(file))) {
      throw new UsageException(
          "cannot write %s: it is there already; remove it, or choose another name"
              .formatted(file));
    }
    String output = Opts.last(line, Opts.OUTPUT);
    if (output != null && Output.place(file).equals(Output.place(output))) {
      throw new UsageException("two outputs go to one place; give each a file of its own");
    }
  }
}
