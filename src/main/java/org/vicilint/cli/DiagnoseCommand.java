package org.vicilint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.diagnosis.AnswerBook;
import org.vicilint.diagnosis.Diagnoser;
import org.vicilint.render.Style;
import org.vicilint.render.request.DiagnosisJsonl;
import org.vicilint.render.request.DiagnosisText;
import org.vicilint.render.request.DiagnosisWriter;
import org.vicilint.text.Printable;

/** {@code vicilint diagnose}: what an answer of the server means, and what would change it. */
final class DiagnoseCommand implements Command {
  /** The launcher sets it when standard input is a terminal; Java 17 cannot find that out. */
  static final String TYPING = "vicilint.tty.in";

  private static final String STANDARD_INPUT = AnswerSource.STANDARD_INPUT;

  @Override
  public String name() {
    return "diagnose";
  }

  @Override
  public String arguments() {
    return "[ANSWER | FILE | -] [PATH...]";
  }

  @Override
  public String summary() {
    return "shows which gate gave a server's answer, and what opens it";
  }

  @Override
  public Options options() {
    return Opts.reading()
        .addOption(LintRun.profile())
        .addOption(Opts.format("text or jsonl; default: text"))
        .addOption(Opts.output());
  }

  @Override
  public String more() {
    return """
        ANSWER is a line that the server answered, in quotation marks. FILE holds answers: one a
        line, as JSON, or a whole log that holds them among other text; packed or not. With -, or
        without any argument, they are read from standard input. PATHs are definitions or exports
        in which the account is looked up. Without --build the answers of all builds are taken for
        possible.

        jsonl writes one object an answer: file (where one was read), line, status (refusal, success, other for parameters
        and states, or unknown), answer (passwords masked), api, function, operation, account, gate (as in the matrix), meaning,
        decision, change, candidates, nearest and notes.

          vicilint diagnose 'ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE
            SYSTEM: |6666|0|' accounts/
          vicilint diagnose answers.txt accounts.yaml
          vicilint diagnose - accounts/ --format jsonl < api.log

        Exit status: 0 every answer was recognised, 2 wrong usage, 3 incomplete (also when an
        answer is unknown, there was none, or its account is not in what was read).
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    String format = Opts.choice(line, Opts.FORMAT, List.of("text", "jsonl"), "text");
    Style style = Opts.style(line, streams);
    List<String> arguments = line.getArgList();
    List<String> paths = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
    Catalog catalog = Catalog.load();
    AnswerBook book = new AnswerBook(catalog);
    AnswerSource source =
        AnswerSource.of(arguments.isEmpty() ? STANDARD_INPUT : arguments.get(0), book);
    check(arguments, source, paths);

    boolean complete = true;
    Builds builds;
    Diagnoser diagnoser;
    if (paths.isEmpty() && !DatabaseOptions.given(line)) {
      builds = Session.builds(catalog, line, null);
      boolean asked = line.hasOption(Opts.BUILD) || line.hasOption(Opts.AGENT_BUILD);
      diagnoser = Diagnoser.of(asked ? builds : null);
      builds.warnings().forEach(w -> streams.err().println("note: " + Printable.of(w)));
    } else {
      Session session =
          Session.open(line, paths, streams, CompletableFuture.completedFuture(catalog));
      session.notes().forEach(note -> streams.err().println("note: " + Printable.of(note)));
      builds = session.access().builds();
      diagnoser = Diagnoser.of(session.access(), session.estate().accounts());
      complete = session.complete();
    }
    DiagnosisRun run = new DiagnosisRun(book, diagnoser, source);
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        source.file() == null ? paths : arguments,
        streams,
        out -> {
          DiagnosisWriter writer =
              format.equals("jsonl")
                  ? new DiagnosisJsonl(out, catalog, builds, book, source.file())
                  : new DiagnosisText(out, style, catalog, builds, book, source.place());
          try (InputStream in = source.open(streams)) {
            run.read(in, writer);
          }
          writer.close();
          PrintWriter summary = format.equals("jsonl") ? streams.err() : out;
          run.summary().forEach(summary::println);
        });
    return complete && run.complete() ? ExitStatus.OK : ExitStatus.INCOMPLETE;
  }

  /**
   * Refuses arguments that would be taken for something else than was meant. Nothing is echoed: it
   * may be secret.
   */
  private static void check(List<String> arguments, AnswerSource source, List<String> paths)
      throws UsageException {
    if (arguments.isEmpty() && Boolean.getBoolean(TYPING)) {
      throw new UsageException("diagnose takes the server's answer, or - to read a log");
    }
    if (source.standardInput() && paths.contains(STANDARD_INPUT)) {
      throw new UsageException(
          "diagnose reads the answers from standard input, so the accounts must be files");
    }
    boolean torn = !source.log() && arguments.get(0).strip().matches("ERROR:|NOTICE:|SUCCESS:");
    if (torn || paths.stream().anyMatch(path -> path.contains("|"))) {
      throw new UsageException(
          "diagnose takes the answer as one argument: put it in quotation marks");
    }
  }
}
