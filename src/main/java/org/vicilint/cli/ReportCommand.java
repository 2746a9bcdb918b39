package org.vicilint.cli;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code vicilint report}: the security review. */
final class ReportCommand implements Command {
  @Override
  public String name() {
    return "report";
  }

  @Override
  public String arguments() {
    return "[PATH...]";
  }

  @Override
  public String summary() {
    return "writes a security review: one HTML page";
  }

  @Override
  public Options options() {
    return LintCommand.common().addOption(LintTarget.option());
  }

  @Override
  public String more() {
    return """
        One HTML file that needs no network and no other file: findings with the changes that fix
        them, what each account can do, and all that is needed to make the page again. The same as
        'vicilint lint --format html'.

          vicilint report accounts/ --output review.html
          vicilint report accounts/ --baseline last-review.json --date 2026-11-30 --output review.html
          vicilint report accounts/ --templates our-templates/ --output review.html

        Exit status: as of 'vicilint lint'.
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    if (!line.hasOption(Opts.OUTPUT) && streams.terminal()) {
      throw new UsageException("a page is no good on a terminal; add --output review.html");
    }
    return LintCommand.run(line, streams, LintTarget.of(line, LintFormat.HTML));
  }
}
