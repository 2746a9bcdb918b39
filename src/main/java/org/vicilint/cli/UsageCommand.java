package org.vicilint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.vicilint.engine.UsageResult;
import org.vicilint.engine.UsageReview;
import org.vicilint.engine.UsedAccount;
import org.vicilint.model.Groups;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.Usage;
import org.vicilint.render.Problems;
import org.vicilint.render.Style;
import org.vicilint.render.review.TemplateFault;
import org.vicilint.render.review.UsagePage;
import org.vicilint.render.usage.UsageCsv;
import org.vicilint.render.usage.UsageJson;
import org.vicilint.render.usage.UsageTable;
import org.vicilint.text.Printable;

/** {@code vicilint usage}: what accounts may call, against what they called. */
final class UsageCommand implements Command {
  private static final String USER = "user";
  private static final List<String> FORMATS = List.of("table", "text", "json", "html", "csv");

  @Override
  public String name() {
    return "usage";
  }

  @Override
  public String arguments() {
    return "[PATH...]";
  }

  @Override
  public String summary() {
    return "shows what accounts may call against what the API's log says they called";
  }

  @Override
  public Options options() {
    return LogOptions.add(Opts.reading())
        .addOption(LintRun.profile())
        .addOption(LintRun.date())
        .addOption(
            Option.builder()
                .longOpt(USER)
                .hasArg()
                .argName("NAME,...")
                .desc("only these accounts; may be given several times")
                .get())
        .addOption(
            Opts.format(
                "table, json, html or csv; default: what the name of the output says, else table"))
        .addOption(RenderOptions.option())
        .addOption(Opts.output());
  }

  @Override
  public String more() {
    return """
        PATH is what lint reads, and among it one or more exports of vicidial_api_log. Without a log
        the run is incomplete. A function counts as used when a call was not refused, or when the log
        does not say.

          vicilint usage vicidial_users.tsv vicidial_user_groups.tsv vicidial_api_log.tsv
          vicilint usage accounts/ vicidial_api_log.tsv --since 90d --format json
          vicilint usage accounts/ logs/ --user crm_api
          vicilint usage --database db1/asterisk --database-log

        Exit status: 0 done, 2 wrong usage, 3 incomplete (also when there is no log, no call in the
        time asked for, or no such account).
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    String output = Opts.last(line, Opts.OUTPUT);
    String format = Opts.choice(line, Opts.FORMAT, FORMATS, otherwise(output));
    RenderOptions looks = RenderOptions.of(line, streams);
    Style style = looks.style();
    Session session = Session.open(line, line.getArgList(), streams);
    Usage usage = session.estate().usage();
    List<Problem> missing = new ArrayList<>();
    if (usage.period() == null) {
      missing.add(missing(usage));
    }
    List<UsedAccount> accounts = UsageReview.of(session.estate(), session.access());
    Set<String> users = users(line);
    if (!users.isEmpty()) {
      Set<String> known =
          accounts.stream().map(a -> Groups.key(a.user())).collect(Collectors.toSet());
      usage.scripts().forEach(s -> s.users().keySet().forEach(u -> known.add(Groups.key(u))));
      for (String user : users) {
        if (!known.contains(Groups.key(user))) {
          missing.add(stranger(user, accounts));
        }
      }
      Set<String> keys = users.stream().map(Groups::key).collect(Collectors.toSet());
      accounts = accounts.stream().filter(a -> keys.contains(Groups.key(a.user()))).toList();
      usage = usage.withScriptsOf(keys);
    }
    Problems.print(streams.err(), style, missing);
    List<Problem> problems = new ArrayList<>(session.estate().problems());
    problems.addAll(missing);
    List<String> notes = new ArrayList<>(session.notes());
    notes.addAll(UsageResult.notes(usage));
    UsageResult result =
        new UsageResult(usage, session.access().builds(), accounts, notes, problems);
    try {
      Output.write(output, line.getArgList(), streams, out -> write(out, format, result, looks));
    } catch (TemplateFault e) {
      throw new UsageException(e.getMessage());
    }
    return result.complete() ? ExitStatus.OK : ExitStatus.INCOMPLETE;
  }

  private static void write(PrintWriter out, String format, UsageResult result, RenderOptions looks)
      throws IOException {
    switch (format) {
      case "json" -> UsageJson.write(out, result);
      case "html" -> UsagePage.write(out, result, looks.templates());
      case "csv" -> UsageCsv.write(out, result);
      default -> new UsageTable(out, looks.style()).print(result);
    }
  }

  /** The format that the name of a file asks for. */
  private static String otherwise(String output) {
    String ending = output == null ? "" : output.replaceFirst("^.*\\.", "");
    return FORMATS.contains(ending) ? ending : "table";
  }

  /** Returns the problem of a log without any facts. */
  static Problem missing(Usage usage) {
    if (!usage.known()) {
      return new Problem(
          SourceLocation.of("vicidial_api_log"),
          "no log of the API is among what was read: nothing is known of calls",
          "add an export of it (mysql -B -e 'SELECT * FROM vicidial_api_log' asterisk), or --database-log beside --database");
    }
    if (usage.outside() == 0 && usage.scriptRows() > 0) {
      return new Problem(
          SourceLocation.of("vicidial_api_log"),
          "the log has only rows of other scripts, and no call of the two APIs: nothing is known of calls",
          "ask for another time if --since or --until is given; else export the whole table");
    }
    return new Problem(
        SourceLocation.of("vicidial_api_log"),
        usage.log() == null
            ? "the log has no rows that count: nothing is known of calls"
            : "the log has no calls in the time asked for; it has them from "
                + UsageResult.period(usage.log()),
        usage.log() == null
            ? "ask for another time if --since or --until is given; else export the whole table again"
            : "ask for another time with --since and --until");
  }

  private static Problem stranger(String user, List<UsedAccount> accounts) {
    String hint = Opts.didYouMean(user, accounts.stream().map(UsedAccount::user).toList()).strip();
    return new Problem(
        SourceLocation.of("--user"),
        "there is no account '%s', neither in what was read nor in the log"
            .formatted(Printable.of(user)),
        hint.isEmpty() ? "leave --user out to see all" : hint);
  }

  private static Set<String> users(CommandLine line) {
    String[] values = line.getOptionValues(USER);
    return values == null
        ? Set.of()
        : Arrays.stream(values)
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(String::strip)
            .filter(user -> !user.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
  }
}
