package org.vicilint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.audit.Onboarding;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.input.EstateReader;
import org.vicilint.input.Limits;
import org.vicilint.model.Estate;
import org.vicilint.model.Integration;
import org.vicilint.model.Place;
import org.vicilint.model.Problem;
import org.vicilint.model.Suggestions;
import org.vicilint.policy.Profile;
import org.vicilint.report.OnboardJson;
import org.vicilint.report.OnboardMarkdown;
import org.vicilint.report.OnboardResult;
import org.vicilint.report.OnboardText;
import org.vicilint.report.Problems;
import org.vicilint.report.Style;

/** {@code vicilint onboard}: can an integration start, and with how little? */
final class OnboardCommand implements Command {
  private static final String DEFINITION = "definition";
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
    return "tells whether an integration can start, and with how little";
  }

  @Override
  public Options options() {
    return Opts.reading()
        .addOption(LintRun.profile())
        .addOption(Opts.format("text, markdown (the checklist for the ticket) or json"))
        .addOption(Opts.output())
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
    String format = Opts.choice(line, Opts.FORMAT, List.of("text", "markdown", "json"), "text");
    List<Problem> problems = new ArrayList<>();
    Catalog catalog = Catalog.load();
    List<String> paths = paths(arguments);
    Profile profile = LintRun.profile(line, paths, problems);
    checkTerms(catalog, profile, problems);
    List<String> leaveOut = new ArrayList<>(LintRun.leaveOut(line, profile, Opts.outputs(line)));
    leaveOut.addAll(written(line));
    Estate read =
        new EstateReader(Opts.inputFormat(line), Limits.DEFAULT)
            .read(paths, streams.in(), leaveOut);
    Builds builds = Session.builds(catalog, line, profile);
    Session session = Session.of(withManifests(read), catalog, builds, Session.at(line));
    problems.addAll(session.estate().problems());
    List<Integration> asked = asked(session.estate(), arguments.get(0));
    if (asked.isEmpty() && problems.isEmpty()) {
      problems.add(
          new Problem(
              Place.of(arguments.get(0)),
              "this is no manifest",
              "write name:, account: and functions: at the beginning of lines"));
    }
    List<Onboarding> onboardings = new ArrayList<>();
    for (Integration each : asked) {
      onboardings.add(
          Onboarding.of(
              each, session.estate(), profile.terms(), access(each, session, catalog, problems)));
    }
    Collections.sort(problems);
    Style style = Opts.style(line, streams);
    Problems.print(streams.err(), style, problems);
    OnboardResult result = new OnboardResult(onboardings, problems, session.notes());
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
    if (line.hasOption(DEFINITION) && onboardings.size() == 1) {
      Output.write(
          Opts.last(line, DEFINITION),
          paths,
          streams,
          out -> out.print(OnboardResult.definition(onboardings.get(0))));
    }
    if (!result.complete()) {
      return ExitStatus.INCOMPLETE;
    }
    return result.ready() ? ExitStatus.OK : ExitStatus.FINDINGS;
  }

  /** The manifest, and the accounts: those that are named, else the manifest's own repository. */
  private static List<String> paths(List<String> arguments) {
    List<String> paths = new ArrayList<>(arguments);
    Path folder = Path.of(arguments.get(0)).getParent();
    if (arguments.size() == 1 && folder != null && folder.endsWith(FOLDER)) {
      paths.add(folder.getParent() == null ? "." : folder.getParent().toString());
    }
    return paths;
  }

  private static List<String> written(CommandLine line) {
    return line.hasOption(DEFINITION) ? List.of(Opts.last(line, DEFINITION)) : List.of();
  }

  /** Where there is no account yet, a manifest is enough to judge. */
  private static Estate withManifests(Estate read) {
    if (read.integrations().isEmpty()) {
      return read;
    }
    return read.with(
        read.problems().stream().filter(problem -> !EstateReader.isNothing(problem)).toList());
  }

  private static List<Integration> asked(Estate estate, String manifest) {
    Path file = Path.of(manifest).normalize();
    return estate.integrations().stream()
        .filter(each -> Path.of(each.places().record().source()).normalize().equals(file))
        .toList();
  }

  /** An evaluator for each build of the manifest; else that of the run. */
  private static List<AccessEvaluator> access(
      Integration integration, Session session, Catalog catalog, List<Problem> problems) {
    List<AccessEvaluator> access = new ArrayList<>();
    for (String build : integration.builds()) {
      try {
        access.add(
            new AccessEvaluator(
                catalog, Builds.choose(catalog, build, null), session.estate().groups(), null));
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

  /** A category that no function has would forbid nothing. */
  private static void checkTerms(Catalog catalog, Profile profile, List<Problem> problems) {
    Set<String> known =
        catalog.functions().stream().map(f -> f.category()).collect(Collectors.toSet());
    for (String category : profile.terms().forbiddenCategories()) {
      if (!known.contains(category)) {
        problems.add(
            new Problem(
                profile.origins().get("integrations.forbidden_categories").place(),
                "no function has the category " + category,
                Suggestions.closest(category, known)
                    .map(meant -> "did you mean " + meant + "?")
                    .orElse("'vicilint catalog' shows the categories")));
      }
    }
  }
}
