package org.vicilint.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.LeastPrivilege;
import org.vicilint.access.MissingColumns;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.engine.Recommendation;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Kind;
import org.vicilint.model.Problem;
import org.vicilint.profile.Profile;
import org.vicilint.render.Problems;
import org.vicilint.render.plan.RecommendJson;
import org.vicilint.render.plan.RecommendText;
import org.vicilint.text.Printable;

/** {@code vicilint recommend}: the least an account needs. */
final class RecommendCommand implements Command {
  private static final String FUNCTIONS = "functions";
  private static final String USER = "user";
  private static final String GROUP = "user-group";
  private static final String ALL = "all";
  private static final String FROM_USAGE = "from-usage";
  private static final String NEW = "new_account";

  @Override
  public String name() {
    return "recommend";
  }

  @Override
  public String arguments() {
    return "[USER] [PATH...]";
  }

  @Override
  public String summary() {
    return "works out the least that an account needs";
  }

  @Override
  public Options options() {
    return LogOptions.add(Opts.reading())
        .addOption(LintRun.profile())
        .addOption(
            Opts.value(
                FUNCTIONS,
                "CALL,...",
                "what it is to call, as in add_lead,update_list:delete_list=Y; without it what its definition declares, else what it is granted"))
        .addOption(
            Opts.value(
                USER, "NAME", "a new account of this name; then every argument is a path to read"))
        .addOption(Opts.value(GROUP, "GROUP", "the user_group of the new account"))
        .addOption(
            Option.builder()
                .longOpt(ALL)
                .desc("every active program's account, each into a file of its own")
                .get())
        .addOption(
            Option.builder()
                .longOpt(FROM_USAGE)
                .desc("cut to what it called, by the API's log among the paths")
                .get())
        .addOption(LintRun.date())
        .addOption(Opts.format("yaml, sql or json; default: yaml"))
        .addOption(
            Opts.value(
                Opts.OUTPUT,
                "FILE|DIR",
                "write to this file, whole or not at all; with --all, to files in this folder"));
  }

  @Override
  public String more() {
    return """
        With --build given twice, the result works on both builds. sql sets every column that
        matters in one UPDATE; json is {"account": {column: value}, "reasons": {column: why}}.
        With --functions and no PATH nothing is read: it is a new account. So it is when the first
        argument is a path and no user.

          vicilint recommend lead_loader accounts/
          vicilint recommend --functions add_lead,update_list:delete_list=Y --user loader
          vicilint recommend crm_api vicidial_users.tsv --build 240703-1657 --build 250720-1841
          vicilint recommend --all vicidial_users.tsv --output cut-down/
          vicilint recommend crm_api vicidial_users.tsv vicidial_api_log.tsv --from-usage

        An account that may call everything has no least if nothing says what it calls:
        no definition is printed. Nor is one when the list of functions does not fit its column.

        Exit status: 0 done, 1 some call cannot be had or there is no least account, 2 wrong usage,
        3 incomplete (also when there is no such account, or a build does not know a call).
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    String format = Opts.choice(line, Opts.FORMAT, List.of("yaml", "sql", "json"), "yaml");
    boolean all = line.hasOption(ALL);
    List<String> paths = new ArrayList<>(line.getArgList());
    String user = user(line, paths, format);
    Catalog catalog = Catalog.load();
    List<Call> asked =
        line.hasOption(FUNCTIONS)
            ? CallNames.of(String.join(",", line.getOptionValues(FUNCTIONS)), catalog)
            : null;
    List<Problem> problems = new ArrayList<>();
    Profile profile = LintRun.profile(line, paths, problems);
    boolean alone = asked != null && paths.isEmpty() && !DatabaseOptions.given(line);
    Session session =
        alone
            ? nothing(line, catalog, profile)
            : Session.open(
                line,
                paths,
                streams,
                profile,
                LintRun.leaveOut(line, profile, Opts.outputs(line)),
                CompletableFuture.completedFuture(catalog));
    List<AccessEvaluator> builds = builds(line, session);
    Stream.concat(
            session.notes().stream(), builds.stream().flatMap(a -> a.builds().warnings().stream()))
        .distinct()
        .forEach(note -> streams.err().println("note: " + Printable.of(note)));
    List<Problem> lacking = lacking(session.estate(), builds);
    Problems.print(streams.err(), Opts.style(line, streams), lacking);
    Forecast forecast = Forecast.of(line, profile, session.estate(), builds, problems);
    Problems.print(streams.err(), Opts.style(line, streams), problems);
    boolean complete = session.complete() && problems.isEmpty() && lacking.isEmpty();
    boolean fromUsage = line.hasOption(FROM_USAGE);
    if (fromUsage && session.estate().usage().period() == null) {
      Problem missing = UsageCommand.missing(session.estate().usage());
      Problems.print(streams.err(), Opts.style(line, streams), List.of(missing));
      return ExitStatus.INCOMPLETE;
    }
    if (all) {
      List<Recommendation> results =
          session.estate().accounts().parallelStream()
              .filter(a -> a.active() && profile.kindOf(a).kind() == Kind.SERVICE)
              .map(account -> of(account, fromUsage, session, profile, builds))
              .toList();
      results = forecast.on(results);
      String folder = Opts.last(line, Opts.OUTPUT);
      new RecommendFolder(folder, format).write(results, session.estate(), streams);
      return status(complete, results);
    }
    Optional<Account> found = session.account(user);
    if (found.isEmpty() && !alone && !line.hasOption(USER) && !user.equals(NEW)) {
      streams.err().println(session.missing(user));
      return ExitStatus.INCOMPLETE;
    }
    Account account = found.isPresent() ? found.get() : fresh(line, user, asked, builds);
    Recommendation result =
        found.isPresent() && asked == null
            ? of(account, fromUsage, session, profile, builds)
            : Recommendation.of(account, found.isPresent(), asked, profile, builds);
    Recommendation whole = forecast.on(List.of(result)).get(0);
    Output.write(Opts.last(line, Opts.OUTPUT), paths, streams, out -> write(out, format, whole));
    return status(complete, List.of(whole));
  }

  /**
   * Recommends the least account for the needs of one that was read: the calls that it made, or
   * else those that it declares or is granted.
   */
  private static Recommendation of(
      Account account,
      boolean fromUsage,
      Session session,
      Profile profile,
      List<AccessEvaluator> builds) {
    return fromUsage
        ? Recommendation.ofUsage(account, session.estate().usage(), profile, builds)
        : Recommendation.of(account, true, null, profile, builds);
  }

  /** The account that is meant; its name is taken from the arguments, the rest are paths. */
  private static String user(CommandLine line, List<String> paths, String format)
      throws UsageException {
    boolean asked = line.hasOption(FUNCTIONS);
    if (asked && line.hasOption(FROM_USAGE)) {
      throw new UsageException(
          "what it calls is named with --functions, or taken from the log with --from-usage, not both");
    }
    if (line.hasOption(ALL)) {
      if (asked || line.hasOption(USER) || !line.hasOption(Opts.OUTPUT)) {
        throw new UsageException(
            "--all writes one file an account: it takes --output DIR, and neither --functions nor --user");
      }
      return null;
    }
    if (line.hasOption(USER)) {
      if (!asked) {
        throw new UsageException("--user names a new account: say with --functions what it calls");
      }
      return Opts.last(line, USER);
    }
    if (!paths.isEmpty() && !(asked && path(paths.get(0)))) {
      return paths.remove(0);
    }
    if (!asked || format.equals("sql")) {
      throw new UsageException(
          asked
              ? "sql needs the name of the account: give it with --user"
              : "recommend takes a user, then the paths to read; or --functions; or --all");
    }
    return NEW;
  }

  /** With --functions nobody needs to be named: then all arguments are what there is to read. */
  private static boolean path(String argument) {
    return argument.equals("-") || new File(argument).exists();
  }

  /** Opens a session without input: no account is known, and no group. */
  private static Session nothing(CommandLine line, Catalog catalog, Profile profile)
      throws UsageException {
    Builds builds = Session.builds(catalog, line, profile);
    return new Session(
        Estate.of(List.of(), Groups.UNKNOWN),
        new AccessEvaluator(catalog, builds, Groups.UNKNOWN, null),
        List.of());
  }

  private static Account fresh(
      CommandLine line, String user, List<Call> asked, List<AccessEvaluator> builds)
      throws UsageException {
    NewLogin.refuse(user, asked == null ? List.of() : asked, builds);
    String group = line.hasOption(GROUP) ? NewLogin.group(Opts.last(line, GROUP)) : "";
    return Account.builder(user).column("user_group", group).build();
  }

  /** Returns the columns that the exports lack for builds other than the session's own. */
  private static List<Problem> lacking(Estate estate, List<AccessEvaluator> builds) {
    return builds.stream()
        .flatMap(build -> new MissingColumns(build).in(estate).stream())
        .filter(problem -> !estate.problems().contains(problem))
        .distinct()
        .toList();
  }

  /** Returns one evaluator for each given build; there may be several. */
  private static List<AccessEvaluator> builds(CommandLine line, Session session)
      throws UsageException {
    String[] builds = line.getOptionValues(Opts.BUILD);
    String[] agents = line.getOptionValues(Opts.AGENT_BUILD);
    if (builds == null || builds.length == 1) {
      return List.of(session.access());
    }
    List<AccessEvaluator> evaluators = new ArrayList<>();
    for (int i = 0; i < builds.length; i++) {
      String agent = agents != null && i < agents.length ? agents[i] : null;
      try {
        evaluators.add(
            session.access().on(Builds.choose(session.access().catalog(), builds[i], agent)));
      } catch (IllegalArgumentException e) {
        throw new UsageException(e.getMessage());
      }
    }
    return evaluators;
  }

  /** Writes one recommendation in a format of the command. */
  static void write(PrintWriter out, String format, Recommendation result) throws IOException {
    switch (format) {
      case "json" -> RecommendJson.write(out, result);
      case "sql" -> RecommendText.sql(out, result);
      default -> RecommendText.yaml(out, result);
    }
  }

  private static int status(boolean complete, List<Recommendation> results) {
    List<LeastPrivilege.Closed> closed =
        results.stream().flatMap(result -> result.least().closed().stream()).toList();
    if (!complete || closed.stream().anyMatch(LeastPrivilege.Closed::unknown)) {
      return ExitStatus.INCOMPLETE;
    }
    boolean all = results.stream().allMatch(result -> result.none().isEmpty());
    return closed.isEmpty() && all ? ExitStatus.OK : ExitStatus.FINDINGS;
  }
}
