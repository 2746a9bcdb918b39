package org.vicilint.cli;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.vicilint.report.Matrix;
import org.vicilint.report.MatrixCsv;
import org.vicilint.report.MatrixJsonl;
import org.vicilint.report.MatrixTable;
import org.vicilint.report.Printable;
import org.vicilint.report.Style;

/** {@code vicilint matrix}: what every account may call. */
final class MatrixCommand implements Command {
  private static final String OPERATIONS = "operations";

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
    return "shows every account against every function";
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
                .get());
  }

  @Override
  public String more() {
    return """
        jsonl writes one object a line: user, api, function, operation (with --operations),
        decision (GRANTED, LOGIN, NO_GROUP, NOT_ALLOWED_FUNCTION or PERMISSION), gate (the one
        that fails) and answer (the server's, the password masked).

          vicilint matrix accounts/
          vicilint matrix vicidial_users.tsv --build 240703-1657 --format jsonl

        Exit status: 0 done, 2 wrong usage, 3 incomplete.
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    String format = Opts.choice(line, Opts.FORMAT, List.of("table", "csv", "jsonl"), "table");
    Style style = Opts.style(line, streams);
    Session session = Session.open(line, line.getArgList(), streams);
    session.notes().forEach(note -> streams.err().println("note: " + Printable.of(note)));
    Matrix matrix =
        new Matrix(session.estate().accounts(), session.access(), line.hasOption(OPERATIONS));
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        line.getArgList(),
        streams,
        out -> {
          switch (format) {
            case "jsonl" -> MatrixJsonl.write(out, matrix);
            case "csv" -> MatrixCsv.write(out, matrix);
            default -> new MatrixTable(out, style).print(matrix);
          }
        });
    return session.complete() ? ExitStatus.OK : ExitStatus.INCOMPLETE;
  }
}
