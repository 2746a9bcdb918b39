package org.vicilint.cli;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.engine.DiffResult;
import org.vicilint.render.Style;
import org.vicilint.render.diff.DiffJson;
import org.vicilint.render.diff.DiffMarkdown;
import org.vicilint.render.diff.DiffText;

/** {@code vicilint diff}: what access changes between two versions of the accounts. */
final class DiffCommand implements Command {
  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String arguments() {
    return "BEFORE AFTER | --git RANGE [PATH...]";
  }

  @Override
  public String summary() {
    return "shows what access changes between two versions of the accounts";
  }

  @Override
  public Options options() {
    return Opts.reading()
        .addOption(LintRun.profile())
        .addOption(DiffSides.option())
        .addOption(GainOption.option())
        .addOption(Opts.format("text, json or markdown; default: text"))
        .addOption(Opts.output());
  }

  @Override
  public String more() {
    return """
    BEFORE and AFTER are each a file or a folder of definitions or exports. With --git, both
    sides are read from a repository, as they were committed: nothing of it is run, and nothing
    is fetched. What changes no access is not shown. Every gain of a call or an administration
    page has a severity:
      critical  update_user, copy_user, pages that hand out logins: an account becomes others
      high      add_user, pages that edit users or administer the system, what deletes, what
                drives calls and agents
      medium    what adds or changes data, what exports leads; the agent screen
      low       what reads; addresses that it may be used from
    A higher user_level or a flag that opens nothing known is a gain too.

      vicilint diff accounts-before/ accounts/
      vicilint diff --git main...HEAD accounts/ --format markdown
      vicilint diff then.tsv now.tsv --fail-on-gain write,delete,control

    Exit status: 0 done, whatever differs; 1 a gain that --fail-on-gain names, 2 wrong usage,
    3 incomplete (something could not be read; wins over 1).
    """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    String format = Opts.choice(line, Opts.FORMAT, List.of("text", "json", "markdown"), "text");
    Style style = Opts.style(line, streams);
    DiffResult result = DiffRun.of(line, streams, GainOption.of(line));
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        line.getArgList(),
        streams,
        out -> {
          switch (format) {
            case "json" -> DiffJson.write(out, result);
            case "markdown" -> DiffMarkdown.write(out, result);
            default -> new DiffText(out, style).print(result);
          }
        });
    if (!result.complete()) {
      return ExitStatus.INCOMPLETE;
    }
    return result.failed() ? ExitStatus.FINDINGS : ExitStatus.OK;
  }
}
