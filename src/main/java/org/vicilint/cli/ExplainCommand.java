package org.vicilint.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.catalog.Catalog;
import org.vicilint.engine.RuleBook;
import org.vicilint.model.Problem;
import org.vicilint.profile.Profile;
import org.vicilint.render.Problems;
import org.vicilint.render.Style;
import org.vicilint.render.catalog.RulesText;
import org.vicilint.text.Printable;

/** {@code vicilint explain}: shows the page of a rule. */
final class ExplainCommand implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String arguments() {
    return "RULE";
  }

  @Override
  public String summary() {
    return "shows the page of a rule: what it finds, why it matters, how to fix it";
  }

  @Override
  public Options options() {
    return Opts.common().addOption(LintRun.profile()).addOption(Opts.output());
  }

  @Override
  public String more() {
    return """
          vicilint explain all-functions-grant

        Exit status: 0 done, 2 wrong usage, 3 the profile has errors.
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    Style style = Opts.style(line, streams);
    List<Problem> problems = new ArrayList<>();
    Profile profile = LintRun.profile(line, List.of(), problems);
    RuleBook book = RuleBook.of(profile, Catalog::load, problems);
    List<String> ids = book.ids();
    if (line.getArgList().size() != 1) {
      throw new UsageException("explain takes one rule; 'vicilint rules' lists them");
    }
    String id = line.getArgList().get(0);
    if (!ids.contains(id) && !book.whole()) {
      Problems.print(streams.err(), style, problems);
      return ExitStatus.INCOMPLETE;
    }
    if (!ids.contains(id)) {
      throw new UsageException(
          "there is no rule '%s'%s".formatted(Printable.of(id), Opts.didYouMean(id, ids)));
    }
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        List.of(),
        streams,
        out -> new RulesText(out, style).page(book.page(id)));
    Problems.print(streams.err(), style, problems);
    return problems.isEmpty() ? ExitStatus.OK : ExitStatus.INCOMPLETE;
  }
}
