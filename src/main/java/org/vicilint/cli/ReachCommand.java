package org.vicilint.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.vicilint.blastradius.BlastRadius;
import org.vicilint.blastradius.BlastRadiusAnalysis;
import org.vicilint.engine.Lacking;
import org.vicilint.engine.RankingResult;
import org.vicilint.engine.ReachResult;
import org.vicilint.model.Account;
import org.vicilint.render.Style;
import org.vicilint.render.graph.RankingCsv;
import org.vicilint.render.graph.RankingJson;
import org.vicilint.render.graph.RankingText;
import org.vicilint.render.graph.ReachJson;
import org.vicilint.render.graph.ReachText;
import org.vicilint.render.review.ReachPage;
import org.vicilint.render.review.TemplateFault;
import org.vicilint.text.Printable;

/** {@code vicilint reach}: what is lost when a credential leaks. */
final class ReachCommand implements Command {
  private static final String ALL = "all";
  private static final String LIMIT = "limit";
  private static final int SHOWN = 50;

  @Override
  public String name() {
    return "reach";
  }

  @Override
  public String arguments() {
    return "USER|--all [PATH...]";
  }

  @Override
  public String summary() {
    return "shows what a leaked credential opens, and ranks accounts by it";
  }

  @Override
  public Options options() {
    return TakeoverRun.options()
        .addOption(
            Option.builder()
                .longOpt(ALL)
                .desc("rank all accounts by their score instead of showing one")
                .get())
        .addOption(Opts.value(LIMIT, "N", "with --all, so many accounts in the text; default: 50"))
        .addOption(Opts.format("text, json or html; with --all text, json or csv; default: text"))
        .addOption(RenderOptions.option())
        .addOption(Opts.output());
  }

  @Override
  public String more() {
    return """
        What is lost when the credential of USER leaks today: functions and operations by effect,
        admin pages, lists in scope, the accounts that it can become and what those can do, who
        shares the credential, and the change that shrinks it most. The score adds up counts, each
        with a weight of the profile (reach.weights); docs/explain/blast-radius.md works one out.

          vicilint reach hr_sync accounts/
          vicilint reach crm_api vicidial_users.tsv vicidial_user_groups.tsv --format html --output crm_api.html
          vicilint reach --all accounts/ --format csv

        Exit status: 0 done, 2 wrong usage, 3 incomplete (also when there is no such account).
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    boolean all = line.hasOption(ALL);
    List<String> formats = all ? List.of("text", "json", "csv") : List.of("text", "json", "html");
    String format = Opts.choice(line, Opts.FORMAT, formats, "text");
    Style style = Opts.style(line, streams);
    int limit = TakeoverRun.limit(line, LIMIT, SHOWN);
    List<String> arguments = line.getArgList();
    if (!all && arguments.isEmpty()) {
      throw new UsageException("reach takes a user and then the paths to read, or --all");
    }
    if (!all && arguments.size() == 1 && !DatabaseOptions.given(line)) {
      Optional<String> forgotten = TakeoverRun.path(arguments.get(0));
      if (forgotten.isPresent()) { // else it would read the current folder and miss the account
        throw new UsageException(
            forgotten.get() + ": USER or --all is missing before it, or PATH after it");
      }
    }
    List<String> paths = all ? arguments : arguments.subList(1, arguments.size());
    RenderOptions looks = format.equals("html") ? RenderOptions.of(line, streams) : null;
    TakeoverRun run = TakeoverRun.open(line, paths, streams);
    Session session = run.session().aboutPages(Lacking.A_PROBLEM, streams, style);
    session.notes().stream()
        .filter(note -> !run.session().notes().contains(note))
        .forEach(note -> streams.err().println("note: " + Printable.of(note)));
    BlastRadiusAnalysis reaches =
        new BlastRadiusAnalysis(
            session.estate(),
            session.access(),
            account -> run.profile().kindOf(account).kind(),
            run.profile().weights(),
            run.takeover());
    Output.Renderer renderer;
    if (all) {
      RankingResult result = ranking(session, reaches);
      renderer =
          out -> {
            switch (format) {
              case "json" -> RankingJson.write(out, result);
              case "csv" -> RankingCsv.write(out, result);
              default -> new RankingText(out, style).print(result, limit);
            }
          };
    } else {
      Optional<Account> account = session.account(arguments.get(0));
      if (account.isEmpty()) {
        streams.err().println(session.missing(arguments.get(0)));
        TakeoverRun.path(arguments.get(0))
            .ifPresent(
                path -> streams.err().println(path + ": USER or --all is missing before it"));
        return ExitStatus.INCOMPLETE;
      }
      ReachResult result = one(session, reaches, account.get());
      renderer =
          out -> {
            switch (format) {
              case "json" -> ReachJson.write(out, result);
              case "html" -> ReachPage.write(out, result, looks.templates());
              default -> new ReachText(out, style).print(result);
            }
          };
    }
    try {
      Output.write(Opts.last(line, Opts.OUTPUT), paths, streams, renderer);
    } catch (TemplateFault e) {
      throw new UsageException(e.getMessage());
    }
    return session.complete() ? ExitStatus.OK : ExitStatus.INCOMPLETE;
  }

  private static ReachResult one(Session session, BlastRadiusAnalysis reaches, Account account) {
    BlastRadius reach = reaches.of(account);
    return new ReachResult(
        reach,
        Optional.of(account)
            .filter(each -> each.active() && !each.mayBeLocked())
            .map(reaches::ofTaken)
            .filter(once -> !reach.itself().contains(once.itself())),
        reaches.shrink(reach),
        reaches.pathToHighest(reach),
        reaches.deeds(),
        session.estate().groups(),
        session.estate().accounts().size(),
        session.access().builds(),
        session.estate().problems(),
        session.notes());
  }

  private static RankingResult ranking(Session session, BlastRadiusAnalysis reaches) {
    return new RankingResult(
        reaches.ranking(),
        session.access().builds(),
        reaches.deeds().pagesCertain(),
        reaches.deeds().pagesBasis(),
        session.estate().problems(),
        session.notes());
  }
}
