package org.vicilint.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.access.Decision;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.report.CanJson;
import org.vicilint.report.CanText;
import org.vicilint.report.Printable;
import org.vicilint.report.Style;

/** {@code vicilint can}: whether one account may make one call, and why. */
final class CanCommand implements Command {
  @Override
  public String name() {
    return "can";
  }

  @Override
  public String arguments() {
    return "USER FUNCTION[:param=value] [PATH...]";
  }

  @Override
  public String summary() {
    return "tells whether an account may make a call, gate by gate";
  }

  @Override
  public Options options() {
    return Opts.reading()
        .addOption(LintRun.profile())
        .addOption(Opts.format("text or json; default: text"))
        .addOption(Opts.output());
  }

  @Override
  public String more() {
    return """
          vicilint can lead_loader add_lead accounts/
          vicilint can hr_sync update_user:delete_user=Y vicidial_users.tsv

        Exit status: 0 yes, 1 no, 2 wrong usage, 3 incomplete (also when there is no such account).
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    String format = Opts.choice(line, Opts.FORMAT, List.of("text", "json"), "text");
    Style style = Opts.style(line, streams);
    List<String> arguments = line.getArgList();
    if (arguments.size() < 2) {
      throw new UsageException("can takes a user and a function, then the paths to read");
    }
    Call asked = CallNames.of(arguments.get(1));
    Catalog catalog = Catalog.load();
    Function function = CallNames.function(asked, catalog);
    Operation operation = CallNames.operation(function, asked);
    Session session =
        Session.open(
            line,
            arguments.subList(2, arguments.size()),
            streams,
            CompletableFuture.completedFuture(catalog));
    Optional<Account> account = session.account(arguments.get(0));
    session.notes().forEach(note -> streams.err().println("note: " + Printable.of(note)));
    if (account.isEmpty()) {
      streams.err().println(session.missing(arguments.get(0)));
      return ExitStatus.INCOMPLETE;
    }
    Decision decision = session.access().explain(account.get(), function, operation);
    Builds builds = session.access().builds();
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        arguments.subList(2, arguments.size()),
        streams,
        out -> {
          if (format.equals("json")) {
            CanJson.write(out, decision, builds);
          } else {
            new CanText(out, style).print(decision, asked, builds);
          }
        });
    if (!session.complete()) {
      return ExitStatus.INCOMPLETE;
    }
    return decision.granted() ? ExitStatus.OK : ExitStatus.FINDINGS;
  }
}
