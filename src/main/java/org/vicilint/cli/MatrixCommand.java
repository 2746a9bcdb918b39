package org.vicilint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.vicilint.engine.Lacking;
import org.vicilint.engine.Matrix;
import org.vicilint.engine.PageMatrix;
import org.vicilint.render.Style;
import org.vicilint.render.access.MatrixCsv;
import org.vicilint.render.access.MatrixJsonl;
import org.vicilint.render.access.MatrixTable;
import org.vicilint.render.access.PageMatrixCsv;
import org.vicilint.render.access.PageMatrixJsonl;
import org.vicilint.render.access.PageMatrixTable;
import org.vicilint.text.Printable;

/** {@code vicilint matrix}: what every account may call. */
final class MatrixCommand implements Command {
  private static final String OPERATIONS = "operations";
  private static final String PAGES = "pages";

  @Override
  public String name() {
    return "matrix";
  }

  @Override
  public String arguments() {
    return "[PATH...]";
  }

  @Override
  public String summary() {
    return "shows every account against every function, or every admin page";
  }

  @Override
  public Options options() {
    return Opts.reading()
        .addOption(LintRun.profile())
        .addOption(Opts.format("table, csv or jsonl; default: table"))
        .addOption(Opts.output())
        .addOption(
            Option.builder()
                .longOpt(OPERATIONS)
                .desc("also the parameters that need more than their function")
                .get())
        .addOption(
            Option.builder()
                .longOpt(PAGES)
                .desc("the administration pages instead of functions")
                .get());
  }

  @Override
  public String more() {
    return """
        jsonl writes one object a line: user, api, function, operation (with --operations),
        decision (GRANTED, LOGIN, NO_GROUP, NOT_ALLOWED_FUNCTION or PERMISSION), gate (the one
        that fails) and answer (the server's, the password masked). With --pages: user, page,
        decision (OPEN or REFUSED) and gate (login, api_only_user or level_and_flags).

          vicilint matrix accounts/
          vicilint matrix accounts/ --pages
          vicilint matrix vicidial_users.tsv --build 240703-1657 --format jsonl

        Exit status: 0 done, 2 wrong usage, 3 incomplete.
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    String format = Opts.choice(line, Opts.FORMAT, List.of("table", "csv", "jsonl"), "table");
    Style style = Opts.style(line, streams);
    if (line.hasOption(PAGES) && line.hasOption(OPERATIONS)) {
      throw new UsageException("--operations are of functions; a page has none");
    }
    boolean pages = line.hasOption(PAGES);
    Session read = Session.open(line, line.getArgList(), streams);
    Session session = pages ? read.aboutPages(Lacking.A_NOTE, streams, style) : read;
    session.notes().forEach(note -> streams.err().println("note: " + Printable.of(note)));
    Matrix matrix =
        new Matrix(session.estate().accounts(), session.access(), line.hasOption(OPERATIONS));
    if (pages) {
      streams.err().println("note: " + session.access().pages().basis());
    }
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        line.getArgList(),
        streams,
        out -> {
          if (pages) {
            pages(out, format, style, session);
            return;
          }
          switch (format) {
            case "jsonl" -> MatrixJsonl.write(out, matrix);
            case "csv" -> MatrixCsv.write(out, matrix);
            default -> new MatrixTable(out, style).print(matrix);
          }
        });
    return session.complete() ? ExitStatus.OK : ExitStatus.INCOMPLETE;
  }

  private static void pages(PrintWriter out, String format, Style style, Session session)
      throws IOException {
    PageMatrix matrix = new PageMatrix(session.estate().accounts(), session.access());
    switch (format) {
      case "jsonl" -> PageMatrixJsonl.write(out, matrix);
      case "csv" -> PageMatrixCsv.write(out, matrix);
      default -> new PageMatrixTable(out, style).print(matrix);
    }
  }
}
