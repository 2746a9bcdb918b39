package org.vicilint.cli;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.engine.CutResult;
import org.vicilint.render.Style;
import org.vicilint.render.graph.CutJson;
import org.vicilint.render.graph.CutText;
import org.vicilint.takeover.cut.Cuts;

/** {@code vicilint cut}: the few changes that remove most of the takeover power. */
final class CutCommand implements Command {
  private static final String LIMIT = "limit";
  private static final int CUTS = 10;

  @Override
  public String name() {
    return "cut";
  }

  @Override
  public String arguments() {
    return "[PATH...]";
  }

  @Override
  public String summary() {
    return "finds the few changes that keep accounts from becoming others";
  }

  @Override
  public Options options() {
    return TakeoverRun.options()
        .addOption(Opts.value(LIMIT, "N", "find at most so many changes; default: 10"))
        .addOption(Opts.format("text or json; default: text"))
        .addOption(Opts.output());
  }

  @Override
  public String more() {
    return """
        Takeover power is counted in pairs of an active account and another one that it reaches, each
        with the level of the account that is reached. Each change is the one that removes most of
        what those before it have left: a greedy order, not always the best set of so many. None
        closes a call that a definition declares.

          vicilint cut accounts/
          vicilint cut vicidial_users.tsv vicidial_user_groups.tsv --limit 3 --format json

        Exit status: 0 no account reaches another, 1 some do, 2 wrong usage, 3 incomplete (wins over 1).
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    String format = Opts.choice(line, Opts.FORMAT, List.of("text", "json"), "text");
    Style style = Opts.style(line, streams);
    int limit = TakeoverRun.limit(line, LIMIT, CUTS);
    TakeoverRun run = TakeoverRun.open(line, line.getArgList(), streams);
    Session session = run.session();
    CutResult result =
        new CutResult(
            Cuts.of(run.takeover(), limit),
            session.estate().accounts().size(),
            session.access().builds(),
            session.estate().problems(),
            session.notes());
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        line.getArgList(),
        streams,
        out -> {
          if (format.equals("json")) {
            CutJson.write(out, result);
          } else {
            new CutText(out, style).print(result);
          }
        });
    if (!session.complete()) {
      return ExitStatus.INCOMPLETE;
    }
    return result.cuts().before().pairs() > 0 ? ExitStatus.FINDINGS : ExitStatus.OK;
  }
}
