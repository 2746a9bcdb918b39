package org.vicilint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.finding.Severity;
import org.vicilint.report.LintHtml;
import org.vicilint.report.LintJson;
import org.vicilint.report.LintResult;
import org.vicilint.report.LintText;
import org.vicilint.report.Style;

/** {@code vicilint lint}: finds accounts that can do more than they need. */
final class LintCommand implements Command {
  private static final String FAIL_ON = "fail-on";
  private static final String NEVER = "never";

  @Override
  public String name() {
    return "lint";
  }

  @Override
  public String arguments() {
    return "[PATH...]";
  }

  @Override
  public String summary() {
    return "finds accounts that can do more than they need";
  }

  @Override
  public Options options() {
    return LintRun.options()
        .addOption(LintRun.baseline())
        .addOption(Opts.format("text, json or html; default: text"))
        .addOption(Opts.output())
        .addOption(
            Opts.value(
                FAIL_ON,
                "LEVEL",
                "exit with 1 when a finding is at this level or above: critical, high, medium, low, info or never; default: the profile's"));
  }

  @Override
  public String more() {
    return """
        PATH is a definition file, an export of vicidial_users or vicidial_user_groups (TSV, CSV,
        JSON), a folder of them, or - for standard input; default: the current folder.

          vicilint lint accounts/
          vicilint lint vicidial_users.tsv vicidial_user_groups.tsv --build 240703-1657
          vicilint lint accounts/ --format html --output review.html

        Exit status: 0 nothing at or above the fail level, 1 findings, 2 wrong usage,
        3 incomplete (something could not be read, or nothing was there to check; wins over 1).
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    String format = Opts.choice(line, Opts.FORMAT, List.of("text", "json", "html"), "text");
    Style style = Opts.style(line, streams);
    boolean decided = line.hasOption(FAIL_ON);
    LintResult result = LintRun.of(line, streams, decided ? failOn(line) : null, decided);
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        line.getArgList(),
        streams,
        out -> render(out, format, style, result));
    if (!result.complete()) {
      return ExitStatus.INCOMPLETE;
    }
    return result.failed() ? ExitStatus.FINDINGS : ExitStatus.OK;
  }

  private static void render(PrintWriter out, String format, Style style, LintResult result)
      throws IOException {
    switch (format) {
      case "json" -> LintJson.write(out, result);
      case "html" -> LintHtml.write(out, result);
      default -> new LintText(out, style).print(result);
    }
  }

  /** The level that fails the run; null for never. */
  private static Severity failOn(CommandLine line) throws UsageException {
    List<String> words = new ArrayList<>();
    Arrays.stream(Severity.values()).map(Severity::word).forEach(words::add);
    words.add(NEVER);
    String word = Opts.choice(line, FAIL_ON, words, NEVER);
    return Severity.of(word).orElse(null);
  }
}
