package org.vicilint.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Decision;
import org.vicilint.access.PageDecision;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.catalog.Page;
import org.vicilint.engine.Lacking;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.render.Style;
import org.vicilint.render.access.CanJson;
import org.vicilint.render.access.CanPageJson;
import org.vicilint.render.access.CanPageText;
import org.vicilint.render.access.CanText;
import org.vicilint.text.Printable;

/** {@code vicilint can}: whether one account may make one call or open one page, and why. */
final class CanCommand implements Command {
  @Override
  public String name() {
    return "can";
  }

  @Override
  public String arguments() {
    return "USER FUNCTION[:param=value]|page:NAME [PATH...]";
  }

  @Override
  public String summary() {
    return "shows whether an account may make a call or open an admin page, gate by gate";
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
          vicilint can lead_loader page:admin_modify_lead.php accounts/

        Exit status: 0 yes, 1 no, 2 wrong usage, 3 incomplete (also when there is no such account).
        """;
  }

  /** Question of the command line. */
  private interface Question {
    Answer of(Account account, Session session, boolean json, Style style);
  }

  /**
   * The answer.
   *
   * @param yes whether it is yes
   * @param text writes it whole
   */
  private record Answer(boolean yes, Output.Renderer text) {}

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    String format = Opts.choice(line, Opts.FORMAT, List.of("text", "json"), "text");
    Style style = Opts.style(line, streams);
    List<String> arguments = line.getArgList();
    if (arguments.size() < 2) {
      throw new UsageException(
          "can takes a user and a function or page:NAME, then the paths to read");
    }
    Catalog catalog = Catalog.load();
    boolean page = PageNames.meant(arguments.get(1));
    Question question =
        page ? page(arguments.get(1)) : call(CallNames.of(arguments.get(1)), catalog);
    List<String> paths = arguments.subList(2, arguments.size());
    Session read = Session.open(line, paths, streams, CompletableFuture.completedFuture(catalog));
    Session session = page ? read.aboutPages(Lacking.A_NOTE, streams, style) : read;
    Optional<Account> account = session.account(arguments.get(0));
    session.notes().forEach(note -> streams.err().println("note: " + Printable.of(note)));
    if (account.isEmpty()) {
      streams.err().println(session.missing(arguments.get(0)));
      return ExitStatus.INCOMPLETE;
    }
    Answer answer = question.of(account.get(), session, format.equals("json"), style);
    Output.write(Opts.last(line, Opts.OUTPUT), paths, streams, answer.text());
    if (!session.complete()) {
      return ExitStatus.INCOMPLETE;
    }
    return answer.yes() ? ExitStatus.OK : ExitStatus.FINDINGS;
  }

  private static Question call(Call asked, Catalog catalog) throws UsageException {
    Function function = CallNames.function(asked, catalog);
    Operation operation = CallNames.operation(function, asked);
    return (account, session, json, style) -> {
      AccessEvaluator access = session.access();
      Decision decision = access.explain(account, function, operation);
      return new Answer(
          decision.granted(),
          out -> {
            if (json) {
              CanJson.write(out, decision, access.builds(), session.complete());
            } else {
              new CanText(out, style).print(decision, asked, access.builds(), session.complete());
            }
          });
    };
  }

  private static Question page(String asked) throws UsageException {
    Page page = PageNames.of(asked);
    return (account, session, json, style) -> {
      AccessEvaluator access = session.access();
      PageDecision decision = access.pages().explain(account, page);
      return new Answer(
          decision.open(),
          out -> {
            if (json) {
              CanPageJson.write(out, decision, access, session.complete());
            } else {
              new CanPageText(out, style).print(decision, access.pages(), session.complete());
            }
          });
    };
  }
}
