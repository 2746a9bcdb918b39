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
    Call asked = call(arguments.get(1));
    Catalog catalog = Catalog.load();
    Function function = function(catalog, asked.function());
    Operation operation = operation(function, asked.operation());
    Session session =
        Session.open(
            line,
            arguments.subList(2, arguments.size()),
            streams,
            CompletableFuture.completedFuture(catalog));
    Optional<Account> account = account(session, arguments.get(0));
    session.notes().forEach(note -> streams.err().println("note: " + Printable.of(note)));
    if (account.isEmpty()) {
      streams.err().println(missing(session, arguments.get(0)));
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

  private static Call call(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? Call.of(text)
        : new Call(text.substring(0, colon), text.substring(colon + 1));
  }

  private static Function function(Catalog catalog, String name) throws UsageException {
    Optional<Function> found = catalog.function(name);
    if (found.isEmpty()) {
      throw new UsageException(
          "no build of either API has a function '%s'%s"
              .formatted(Printable.of(name), Opts.didYouMean(name, catalog.names())));
    }
    return found.get();
  }

  /** The operation meant; null when none was asked about. */
  private static Operation operation(Function function, String asked) throws UsageException {
    if (asked == null) {
      return null;
    }
    String name = asked.split("=", 2)[0];
    Optional<Operation> found = function.operation(asked).or(() -> function.operation(name));
    if (found.isEmpty()) {
      List<String> known = function.operations().stream().map(Operation::name).toList();
      throw new UsageException(
          "%s has no parameter '%s' that needs more than the function%s; it has %s"
              .formatted(
                  function.name(),
                  Printable.of(asked),
                  Opts.didYouMean(asked, known),
                  known.isEmpty() ? "none: ask for the function alone" : String.join(", ", known)));
    }
    return found.get();
  }

  /** The server compares logins without case. */
  private static Optional<Account> account(Session session, String user) {
    return session.estate().accounts().stream()
        .filter(a -> a.user().equalsIgnoreCase(user))
        .findFirst();
  }

  private static String missing(Session session, String user) {
    List<String> users = session.estate().accounts().stream().map(Account::user).toList();
    return "vicilint: there is no account '%s' in what was read%s"
        .formatted(Printable.of(user), Printable.of(Opts.didYouMean(user, users)));
  }
}
