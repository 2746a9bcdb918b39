package org.vicilint.cli;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.vicilint.engine.RequestResult;
import org.vicilint.render.Style;
import org.vicilint.render.request.RequestJsonl;
import org.vicilint.render.request.RequestMarkdown;
import org.vicilint.render.request.RequestText;

/** {@code vicilint request}: what becomes of requests about accounts, before they are sent. */
final class RequestCommand implements Command {
  @Override
  public String name() {
    return "request";
  }

  @Override
  public String arguments() {
    return "FILE|REQUEST [PATH...]";
  }

  @Override
  public String summary() {
    return "shows what becomes of add_user, copy_user and update_user before they are sent";
  }

  @Override
  public Options options() {
    return LintRun.options()
        .addOption(
            Opts.value(
                RequestRun.CALLER, "USER", "the account that calls, where a request names none"))
        .addOption(
            Option.builder()
                .longOpt(RequestRun.ALONE)
                .desc("look at each request by itself, as if those before it had not been sent")
                .get())
        .addOption(Opts.format("text, jsonl or markdown; default: text"))
        .addOption(Opts.output());
  }

  @Override
  public String more() {
    return """
        FILE holds URLs or curl lines, a list of new hires with the API's parameters (YAML, JSON,
        CSV, TSV), JSON lines with caller, function and params, or a program or page that calls the
        API; - for standard input. REQUEST is a URL or a whole curl line, in quotes.
        PATH is what lint reads: the accounts and groups as they are now.

          vicilint request new-hires.csv accounts/ --caller hr_sync
          vicilint request 'https://…/non_agent_api.php?source=hr&user=…' accounts/
          vicilint request onboarding.sh vicidial_users.tsv vicidial_user_groups.tsv

        Exit status: 0 all would succeed and are clean, 1 not, 2 wrong usage, 3 incomplete
        (something could not be read, or an answer depends on what is not known; wins over 1).
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    String format = Opts.choice(line, Opts.FORMAT, List.of("text", "jsonl", "markdown"), "text");
    Style style = Opts.style(line, streams);
    if (line.getArgList().isEmpty()) {
      throw new UsageException("request takes a file of requests, then the paths to read");
    }
    if (line.getArgList().stream().filter("-"::equals).count() > 1) {
      throw new UsageException("standard input is either the requests or the accounts, not both");
    }
    List<String> written = RequestRun.written(line);
    RequestResult result = RequestRun.of(line, streams);
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        line.getArgList().stream().filter(arg -> !written.contains(arg)).toList(),
        streams,
        out -> {
          switch (format) {
            case "jsonl" -> RequestJsonl.write(out, result);
            case "markdown" -> RequestMarkdown.write(out, result);
            default -> new RequestText(out, style).print(result);
          }
        });
    if (!result.complete()) {
      return ExitStatus.INCOMPLETE;
    }
    return result.failed() ? ExitStatus.FINDINGS : ExitStatus.OK;
  }
}
