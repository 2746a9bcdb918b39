package org.vicilint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.vicilint.finding.Finding;
import org.vicilint.fix.Repair;
import org.vicilint.fix.Repairs;
import org.vicilint.model.Account;
import org.vicilint.model.Problem;
import org.vicilint.render.Problems;
import org.vicilint.render.Style;
import org.vicilint.render.plan.FixText;
import org.vicilint.text.Printable;

/** {@code vicilint fix}: makes the changes that findings propose. */
final class FixCommand implements Command {
  private static final String DRY_RUN = "dry-run";
  private static final String UNSAFE = "unsafe";

  @Override
  public String name() {
    return "fix";
  }

  @Override
  public String arguments() {
    return "[PATH...]";
  }

  @Override
  public String summary() {
    return "makes the changes that findings propose";
  }

  @Override
  public Options options() {
    return LintRun.options()
        .addOption(LintRun.baseline())
        .addOption(
            Option.builder()
                .longOpt(DRY_RUN)
                .desc("change nothing, and show what would change as a unified diff")
                .get())
        .addOption(
            Option.builder()
                .longOpt(UNSAFE)
                .desc(
                    "also make changes that may break an integration, or give something that it lacks")
                .get())
        .addOption(
            Opts.value(
                Opts.OUTPUT,
                "FILE",
                "write the SQL for exports to this file, whole or not at all"));
  }

  @Override
  public String more() {
    return """
        Definitions in YAML are changed in place: the values that findings name, and no other byte.
        For accounts of an export, UPDATE statements are written instead. Without --unsafe, changes
        only take away what an account does not need. Waived and baselined findings are left alone.

          vicilint fix accounts/ --dry-run
          vicilint fix accounts/ --only level-above-need,unneeded-flag
          vicilint fix vicidial_users.tsv --output fixes.sql

        Exit status: 0 done (what is left is listed), 1 some change could not be written, 2 wrong
        usage, 3 incomplete (something could not be read).
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    boolean dryRun = line.hasOption(DRY_RUN);
    Style style = Opts.style(line, streams);
    LintRun.Prepared run = LintRun.prepare(line, streams, Opts.outputs(line), true);
    List<Problem> problems = run.problems();
    Repairs repairs;
    try {
      repairs =
          Repairs.of(
              run.audit(),
              run.estate(),
              run.session().access(),
              run.known(),
              line.hasOption(UNSAFE),
              FixMemory.most(run.estate().accounts().size(), Runtime.getRuntime().maxMemory()));
    } catch (Repairs.TooMany e) {
      streams.err().println(FixMemory.tooMany(e.findings(), run.estate().accounts().size()));
      return ExitStatus.INCOMPLETE;
    }
    Problems.print(streams.err(), style, problems);
    run.session().notes().forEach(n -> streams.err().println("note: " + Printable.of(n)));
    List<Repair> definitions = new ArrayList<>();
    List<Repair> exports = new ArrayList<>();
    repairs
        .repairs()
        .forEach(
            repair ->
                (repair.before().declaration().definition() ? definitions : exports).add(repair));
    FixFiles files = FixFiles.of(definitions, run.estate().checksums());
    FixText text = new FixText(streams.out(), style);
    if (dryRun) {
      files.diffs().forEach(text::diff);
    } else {
      files.write();
      files.made().forEach(repair -> changes(text, repair));
    }
    streams.out().flush();
    String output = dryRun ? null : Opts.last(line, Opts.OUTPUT);
    if (!exports.isEmpty() || output != null) { // what a run before wrote must not stay
      Output.write(output, line.getArgList(), streams, out -> sql(out, exports));
    }
    left(new FixText(streams.err(), style), files.refused(), repairs.left());
    if (!problems.isEmpty() || !run.session().complete()) {
      return ExitStatus.INCOMPLETE;
    }
    return files.refused().isEmpty() ? ExitStatus.OK : ExitStatus.FINDINGS;
  }

  private static void changes(FixText text, Repair repair) {
    text.account(
        repair.before(), repair.changes(), repair.findings().stream().map(Finding::rule).toList());
  }

  private static void sql(PrintWriter out, List<Repair> repairs) {
    if (repairs.isEmpty()) {
      out.print("-- nothing to change\n");
    }
    repairs.forEach(each -> FixText.sql(out, each.before(), each.changes(), each.findings()));
  }

  private static void left(FixText text, Map<Repair, String> refused, Map<Finding, String> left) {
    Map<List<String>, List<Account>> together = new LinkedHashMap<>();
    refused.forEach(
        (repair, why) ->
            together
                .computeIfAbsent(
                    List.of(repair.before().places().record().source(), why),
                    key -> new ArrayList<>())
                .add(repair.before()));
    together.forEach((key, accounts) -> text.refused(accounts, key.get(1)));
    text.left(left);
  }
}
