package org.vicilint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.catalog.Catalog;
import org.vicilint.engine.ProfileChecks;
import org.vicilint.engine.RuleBook;
import org.vicilint.model.Problem;
import org.vicilint.profile.Profile;
import org.vicilint.render.Problems;
import org.vicilint.render.Style;
import org.vicilint.render.catalog.ProfileText;

/** {@code vicilint profile}: shows the effective profile, with where each value comes from. */
final class ProfileCommand implements Command {
  @Override
  public String name() {
    return "profile";
  }

  @Override
  public String arguments() {
    return "[PATH]";
  }

  @Override
  public String summary() {
    return "shows the effective profile, and where each value comes from";
  }

  @Override
  public Options options() {
    return Opts.common().addOption(LintRun.profile()).addOption(Opts.output());
  }

  @Override
  public String more() {
    return """
        PATH is what would be linted: vicilint.yaml is looked for from there upward.

          vicilint profile accounts/
          vicilint profile --profile strict

        Exit status: 0 done, 2 wrong usage, 3 the profile has errors.
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    Style style = Opts.style(line, streams);
    for (String path : line.getArgList()) {
      if (!Files.exists(Path.of(path))) {
        throw new UsageException(
            "there is no file or folder '%s'; a profile's name goes to --profile".formatted(path));
      }
    }
    List<Problem> problems = new ArrayList<>();
    Profile profile = LintRun.profile(line, line.getArgList(), problems);
    Catalog catalog = Catalog.load();
    Rules.choose(line, profile, RuleBook.of(profile, () -> catalog, problems), problems);
    ProfileChecks.builds(catalog, profile, problems);
    ProfileChecks.terms(catalog, profile, problems);
    Problems.print(streams.err(), style, problems);
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        List.of(),
        streams,
        out -> new ProfileText(out, style).print(profile));
    return problems.isEmpty() ? ExitStatus.OK : ExitStatus.INCOMPLETE;
  }
}
