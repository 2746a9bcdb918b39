package org.vicilint.cli;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.engine.LintResult;
import org.vicilint.render.findings.BaselineJson;

/** {@code vicilint baseline}: writes today's findings, so that only new ones fail later runs. */
final class BaselineCommand implements Command {
  @Override
  public String name() {
    return "baseline";
  }

  @Override
  public String arguments() {
    return "[PATH...]";
  }

  @Override
  public String summary() {
    return "writes today's findings, so that later runs fail on new ones only";
  }

  @Override
  public Options options() {
    return LintRun.options().addOption(Opts.output());
  }

  @Override
  public String more() {
    return """
          vicilint baseline accounts/ --output vicilint-baseline.json
          vicilint lint accounts/ --baseline vicilint-baseline.json

        Exit status: 0 done, 2 wrong usage, 3 incomplete.
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    LintResult result = LintRun.of(line, streams, Opts.outputs(line), null, true, false);
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        line.getArgList(),
        streams,
        out -> BaselineJson.write(out, result));
    return result.complete() ? ExitStatus.OK : ExitStatus.INCOMPLETE;
  }
}
