package org.vicilint.cli;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.engine.UpgradeResult;
import org.vicilint.render.Style;
import org.vicilint.render.diff.UpgradeJson;
import org.vicilint.render.diff.UpgradeMarkdown;
import org.vicilint.render.diff.UpgradeText;

/** {@code vicilint upgrade}: what another build makes of the accounts. */
final class UpgradeCommand implements Command {
  @Override
  public String name() {
    return "upgrade";
  }

  @Override
  public String arguments() {
    return "--from BUILD --to BUILD [PATH...]";
  }

  @Override
  public String summary() {
    return "shows which accounts an update of the dialer breaks or opens";
  }

  @Override
  public Options options() {
    return UpgradeRun.options()
        .addOption(Opts.format("text, json or markdown; default: text"))
        .addOption(Opts.output());
  }

  @Override
  public String more() {
    return """
        PATH is read as lint reads it. Without one, tells what changed in the permissions of both
        APIs between the two builds.

          vicilint upgrade --from 240703-1657 --to 250720-1841 accounts/
          vicilint upgrade --from 240703-1657 --to 250720-1841 --format markdown

        Exit status: 0 no account loses anything, 1 an account loses a call that it may make today,
        2 wrong usage, 3 incomplete (something could not be read, or both builds are newer than all that
        are known; wins over 1).
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    String format = Opts.choice(line, Opts.FORMAT, List.of("text", "json", "markdown"), "text");
    Style style = Opts.style(line, streams);
    UpgradeResult result = UpgradeRun.of(line, streams);
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        line.getArgList(),
        streams,
        out -> {
          switch (format) {
            case "json" -> UpgradeJson.write(out, result);
            case "markdown" -> UpgradeMarkdown.write(out, result);
            default -> new UpgradeText(out, style).print(result);
          }
        });
    if (!result.complete()) {
      return ExitStatus.INCOMPLETE;
    }
    return result.failed() ? ExitStatus.FINDINGS : ExitStatus.OK;
  }
}
