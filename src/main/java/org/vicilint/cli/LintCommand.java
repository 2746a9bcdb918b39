package org.vicilint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Severity;
import org.vicilint.render.findings.LintMarkdown;
import org.vicilint.render.review.TemplateFault;

/** {@code vicilint lint}: finds accounts that can do more than they need. */
final class LintCommand implements Command {
  private static final String FAIL_ON = "fail-on";
  private static final String NEVER = "never";
  private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

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
    return common()
        .addOption(
            Opts.format(
                "text, json, html, sarif, junit, github, gitlab, markdown or csv; default: what the name of the output says, else text"))
        .addOption(LintTarget.option());
  }

  /** The options that lint and report share. */
  static Options common() {
    return LintRun.options()
        .addOption(LintRun.baseline())
        .addOption(RenderOptions.option())
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
          vicilint lint accounts/ --output review.html --output findings.sarif --output -:text

        Exit status: 0 nothing at or above the fail level, 1 findings, 2 wrong usage,
        3 incomplete (something could not be read, or nothing was there to check; wins over 1).
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    return run(line, streams, LintTarget.of(line, LintFormat.TEXT));
  }

  /** Runs the rules and writes what they found. */
  static int run(CommandLine line, Streams streams, List<LintTarget> targets)
      throws UsageException, IOException {
    RenderOptions looks = RenderOptions.of(line, streams);
    boolean decided = line.hasOption(FAIL_ON);
    List<String> files = targets.stream().map(LintTarget::file).toList();
    for (String file : files) {
      Output.check(file, streams);
    }
    LintResult result =
        LintRun.of(line, streams, files, decided ? failOn(line) : null, decided, true);
    for (LintTarget target : targets) {
      RenderOptions painted = target.standardOutput() ? looks : looks.plain();
      try {
        Output.write(
            target.file(),
            line.getArgList(),
            streams,
            out -> target.format().write(out, result, painted));
      } catch (TemplateFault e) {
        throw new UsageException(e.getMessage());
      }
    }
    if (targets.stream().anyMatch(target -> target.format() == LintFormat.GITHUB)) {
      summarize(result, streams);
    }
    if (!result.complete()) {
      return ExitStatus.INCOMPLETE;
    }
    return result.failed() ? ExitStatus.FINDINGS : ExitStatus.OK;
  }

  /** GitHub shows what stands in this file on the page of the run; others may have written too. */
  private static void summarize(LintResult result, Streams streams) {
    String file = System.getenv(SUMMARY);
    if (file == null || file.isEmpty()) {
      return;
    }
    try (PrintWriter out =
        new PrintWriter(
            Files.newBufferedWriter(
                Path.of(file),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND))) {
      LintMarkdown.write(out, result);
    } catch (IOException | InvalidPathException e) {
      // The findings are printed all the same, and a format never changes the status.
      streams
          .err()
          .println("vicilint: no summary: cannot write to the file that " + SUMMARY + " names");
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
