package org.vicilint.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.engine.PathsResult;
import org.vicilint.model.Account;
import org.vicilint.render.Style;
import org.vicilint.render.graph.PathsJson;
import org.vicilint.render.graph.PathsMermaid;
import org.vicilint.render.graph.PathsText;
import org.vicilint.render.review.TakeoverSvg;
import org.vicilint.takeover.ReachableAccounts;
import org.vicilint.takeover.Takeover;
import org.vicilint.takeover.Target;
import org.vicilint.takeover.chart.Chart;
import org.vicilint.takeover.chart.ChartMaker;

/** {@code vicilint paths}: which accounts a leaked credential leads to, step by step. */
final class PathsCommand implements Command {
  private static final String TO = "to";
  private static final String USER = "user";
  private static final String LIMIT = "limit";
  private static final int PATHS = 20;
  private static final int HIGHEST = 9;
  private static final Pattern LEVEL = Pattern.compile("level:([1-9])");

  @Override
  public String name() {
    return "paths";
  }

  @Override
  public String arguments() {
    return "[USER] [PATH...]";
  }

  @Override
  public String summary() {
    return "shows which accounts a leaked credential leads to, and how";
  }

  @Override
  public Options options() {
    return TakeoverRun.options()
        .addOption(
            Opts.value(
                TO,
                "USER|level:N",
                "the account, or the least level, that the paths are to lead to; default: the highest level that USER reaches; without USER, level:9"))
        .addOption(
            Opts.value(
                USER,
                "NAME",
                "the account; for one that has the name of a file, and is not the first argument"))
        .addOption(Opts.value(LIMIT, "N", "show at most so many paths of an account; default: 20"))
        .addOption(Opts.format("text, json, mermaid or svg (a picture); default: text"))
        .addOption(Opts.output());
  }

  @Override
  public String more() {
    return """
        An account becomes another when it sets its password with update_user, or clones it with
        copy_user; a leaked credential leads further where it is shared. With USER, shows every
        account that it reaches, and all shortest paths. Without USER, shows all accounts that reach
        the target. Accounts that are alike stand in one line. docs/explain/takeover.md says what counts.

          vicilint paths hr_sync accounts/
          vicilint paths crm_api --to level:9 vicidial_users.tsv vicidial_user_groups.tsv
          vicilint paths --to level:9 accounts/
          vicilint paths accounts/ --format svg --output takeover.svg

        Exit status: 0 there is no path, 1 there are paths, 2 wrong usage, 3 incomplete (also when
        there is no such account; wins over 1).
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    String format =
        Opts.choice(line, Opts.FORMAT, List.of("text", "json", "mermaid", "svg"), "text");
    Style style = Opts.style(line, streams);
    int limit = TakeoverRun.limit(line, LIMIT, PATHS);
    List<String> arguments = line.getArgList();
    String user = Opts.last(line, USER);
    if (user == null && TakeoverRun.namesAccount(arguments)) {
      user = arguments.get(0);
      arguments = arguments.subList(1, arguments.size());
    }
    String to = Opts.last(line, TO);
    if (to != null && to.startsWith("level:") && !LEVEL.matcher(to).matches()) {
      throw new UsageException("--to takes a login, or level:1 to level:9, not '" + to + "'");
    }
    boolean picture = format.equals("svg");
    if (picture && to != null && !LEVEL.matcher(to).matches()) {
      throw new UsageException("a picture shows the ways to a level: --to level:9, for example");
    }
    TakeoverRun run = TakeoverRun.open(line, arguments, streams);
    Session session = run.session();
    for (String named : named(user, to)) {
      if (session.account(named).isEmpty()) {
        streams.err().println(session.missing(named));
        return ExitStatus.INCOMPLETE;
      }
    }
    Target target = to == null ? null : target(to, session);
    if (picture) {
      return picture(line, arguments, run, user, target, streams);
    }
    PathsResult result =
        user == null
            ? all(run, target == null ? Target.level(HIGHEST) : target)
            : one(run, session.account(user).orElseThrow(), target, limit);
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        arguments,
        streams,
        out -> {
          switch (format) {
            case "json" -> PathsJson.write(out, result);
            case "mermaid" -> PathsMermaid.write(out, result);
            default -> new PathsText(out, style).print(result);
          }
        });
    if (!session.complete()) {
      return ExitStatus.INCOMPLETE;
    }
    return result.any() ? ExitStatus.FINDINGS : ExitStatus.OK;
  }

  private static int picture(
      CommandLine line,
      List<String> arguments,
      TakeoverRun run,
      String user,
      Target target,
      Streams streams)
      throws UsageException, IOException {
    int level = target == null ? 0 : target.level();
    Chart chart =
        user == null
            ? ChartMaker.of(run.takeover(), level)
            : ChartMaker.of(run.takeover(), run.session().account(user).orElseThrow(), level);
    Output.write(
        Opts.last(line, Opts.OUTPUT), arguments, streams, out -> TakeoverSvg.write(out, chart));
    if (!run.session().complete()) {
      return ExitStatus.INCOMPLETE;
    }
    return chart.paths().isEmpty() && !anyWithClones(run, user, target)
        ? ExitStatus.OK
        : ExitStatus.FINDINGS;
  }

  /** Whether clones lead where the picture shows no path. */
  private static boolean anyWithClones(TakeoverRun run, String user, Target target) {
    Stream<Account> from =
        user == null
            ? run.takeover().starts().stream().map(Takeover.Start::account)
            : run.session().account(user).stream();
    return from.map(run.takeover()::reach)
        .anyMatch(
            reach ->
                target == null ? reach.withClones().count() > 0 : reach.containsWithClones(target));
  }

  /** The accounts that have to be there. */
  private static List<String> named(String user, String to) {
    List<String> named = new ArrayList<>();
    Optional.ofNullable(user).ifPresent(named::add);
    Optional.ofNullable(to).filter(t -> !LEVEL.matcher(t).matches()).ifPresent(named::add);
    return named;
  }

  private static Target target(String to, Session session) {
    Matcher level = LEVEL.matcher(to);
    return level.matches()
        ? Target.level(Integer.parseInt(level.group(1)))
        : Target.of(session.account(to).orElseThrow());
  }

  private static PathsResult one(TakeoverRun run, Account account, Target target, int limit) {
    ReachableAccounts reach = run.takeover().reach(account);
    int highest =
        reach.count() > 0 ? reach.highestLevel() : Math.max(0, reach.withClones().highestLevel());
    Target sought = target != null ? target : Target.level(highest);
    PathsResult.From from =
        PathsResult.From.of(reach, 1, run.takeover().paths(reach, sought, limit + 1), limit);
    boolean kept = account.active() && reach.count() == 0;
    return result(
        run,
        sought,
        true,
        List.of(kept ? from.once(run.takeover().reachWithNewPassword(account)) : from),
        List.of());
  }

  /** Returns every account that reaches the target, with one path each. */
  private static PathsResult all(TakeoverRun run, Target target) {
    List<PathsResult.From> all = new ArrayList<>();
    List<Account> withClones = new ArrayList<>();
    for (Takeover.Start start : run.takeover().starts()) {
      ReachableAccounts reach = run.takeover().reach(start.account());
      if (reach.contains(target)) {
        all.add(
            PathsResult.From.of(reach, start.alike(), run.takeover().paths(reach, target, 1), 1));
      } else if (reach.containsWithClones(target)) {
        withClones.addAll(start.accounts());
      }
    }
    return result(run, target, false, all, withClones);
  }

  private static PathsResult result(
      TakeoverRun run,
      Target target,
      boolean one,
      List<PathsResult.From> from,
      List<Account> withClones) {
    return new PathsResult(
        target,
        one,
        from,
        withClones,
        run.session().estate().accounts().size(),
        run.session().access().builds(),
        run.session().estate().problems(),
        run.session().notes());
  }
}
