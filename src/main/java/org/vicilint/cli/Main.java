package org.vicilint.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.vicilint.files.OutputFailure;
import org.vicilint.files.TempFiles;
import org.vicilint.render.review.TemplateFault;
import org.vicilint.text.Printable;

/** The command line: chooses the command, and turns what happens into an exit status. */
public final class Main {
  static final List<Command> COMMANDS =
      List.of(
          new LintCommand(),
          new ReportCommand(),
          new MatrixCommand(),
          new UsageCommand(),
          new DiffCommand(),
          new UpgradeCommand(),
          new CanCommand(),
          new PathsCommand(),
          new CutCommand(),
          new ReachCommand(),
          new RecommendCommand(),
          new FixCommand(),
          new DiagnoseCommand(),
          new RequestCommand(),
          new CatalogCommand(),
          new RulesCommand(),
          new ExplainCommand(),
          new ExplainBuildCommand(),
          new OnboardCommand(),
          new InitCommand(),
          new ProfileCommand(),
          new SchemaCommand(),
          new BaselineCommand());

  private static final String NO_MEMORY =
      "vicilint: out of memory, so nothing was judged to its end; give more: VICILINT_JAVA_OPTS=-Xmx4g (java -Xmx4g -jar vicilint.jar)";

  private Main() {}

  /** Runs vicilint as a process. */
  public static void main(String[] args) {
    // A thread that nobody waits for must not leave the others waiting.
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> die(e));
    StandardOutput standard = new StandardOutput();
    PrintWriter out = writer(standard);
    OutputStream standardError = new FileOutputStream(FileDescriptor.err);
    PrintWriter err = writer(standardError);
    Progress progress = Progress.on(standardError, Boolean.getBoolean("vicilint.tty.err"));
    int status =
        run(
            List.of(args),
            new Streams(System.in, out, err, Boolean.getBoolean("vicilint.tty"), progress));
    out.flush();
    if (standard.lost()) {
      err.println("vicilint: cannot write to standard output: is the disk full? try --output FILE");
      status = ExitStatus.INCOMPLETE;
    }
    err.flush();
    System.exit(status);
  }

  private static void die(Throwable e) {
    TempFiles.end();
    if (isNoMemory(e)) {
      System.err.println(NO_MEMORY);
    } else {
      System.err.println(unforeseen(e));
    }
    Runtime.getRuntime().halt(ExitStatus.INCOMPLETE);
  }

  /** No more than where it happened: the text of a fault may hold anything that was read. */
  private static String unforeseen(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String where =
        Arrays.stream(cause.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("org.vicilint."))
            .findFirst()
            .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("");
    return "vicilint: internal fault (%s%s), so nothing was judged to its end; please report this line"
        .formatted(cause.getClass().getSimpleName(), where);
  }

  /** Also where another thread had none. */
  private static boolean isNoMemory(Throwable e) {
    return e instanceof OutOfMemoryError || e.getCause() != null && isNoMemory(e.getCause());
  }

  /**
   * Runs vicilint.
   *
   * @return the exit status
   */
  public static int run(List<String> args, Streams streams) {
    // Numbers and sorting in outputs must not depend on where vicilint runs.
    Locale.setDefault(Locale.ROOT);
    Arguments arguments = new Arguments(args);
    try {
      if (args.isEmpty()) {
        Help.overview(streams.err(), COMMANDS);
        return ExitStatus.USAGE;
      }
      switch (args.get(0)) {
        case "-h", "--help", "help" -> {
          return help(args, streams);
        }
        case "-V", "--version", "version" -> {
          streams.out().println("vicilint " + version());
          return ExitStatus.OK;
        }
        default -> {
          return run(command(args.get(0)), args.subList(1, args.size()), streams);
        }
      }
    } catch (TemplateFault e) {
      streams.err().println("vicilint: " + Printable.of(e.getMessage()));
      return ExitStatus.USAGE;
    } catch (UsageException e) {
      streams.err().println("vicilint: " + Printable.of(arguments.masked(e.getMessage())));
      streams.err().println("Try 'vicilint --help', or 'vicilint COMMAND --help'.");
      return ExitStatus.USAGE;
    } catch (OutputFailure e) {
      streams.err().println("vicilint: " + Printable.of(arguments.masked(e.getMessage())));
      return ExitStatus.INCOMPLETE;
    } catch (OutOfMemoryError e) {
      streams.err().println(NO_MEMORY);
      return ExitStatus.INCOMPLETE;
    } catch (IOException e) {
      streams.err().println("vicilint: cannot write the output: " + e.getClass().getSimpleName());
      return ExitStatus.INCOMPLETE;
    } catch (RuntimeException | Error e) {
      // An unforeseen failure: no answer is known then, and a trace is of no use to users.
      streams.err().println(isNoMemory(e) ? NO_MEMORY : unforeseen(e));
      return ExitStatus.INCOMPLETE;
    } finally {
      streams.out().flush();
      streams.err().flush();
    }
  }

  private static int run(Command command, List<String> args, Streams streams)
      throws UsageException, IOException {
    if (args.contains("-h") || args.contains("--help")) {
      Help.of(streams.out(), command);
      return ExitStatus.OK;
    }
    CommandLine line;
    try {
      line =
          DefaultParser.builder()
              .setAllowPartialMatching(false)
              .get()
              .parse(command.options(), args.toArray(String[]::new));
    } catch (UnrecognizedOptionException e) {
      throw noOption(command, e.getOption());
    } catch (ParseException e) {
      throw new UsageException(e.getMessage() + " (in: vicilint " + command.name() + ")");
    }
    new Arguments(args).refuseLooseValues(command);
    LintRun.refuseMissingProfile(line);
    if (line.hasOption(DatabaseOptions.SHOW_QUERIES)) {
      DatabaseOptions.showQueries(line, streams);
      return ExitStatus.OK;
    }
    Streams reading = streams.reading(Inputs.of(line, command));
    return command.run(line, line.hasOption(Opts.NO_PROGRESS) ? reading.quiet() : reading);
  }

  private static UsageException noOption(Command command, String token) {
    List<String> known =
        command.options().getOptions().stream().map(option -> "--" + option.getLongOpt()).toList();
    String name = Arguments.option(token, known);
    return new UsageException(
        known.contains(name)
            ? "%s takes no value, in: vicilint %s".formatted(name, command.name())
            : "%s has no option '%s'%s"
                .formatted(command.name(), name, Opts.didYouMean(name, known)));
  }

  private static int help(List<String> args, Streams streams) throws UsageException, IOException {
    if (args.size() > 1) {
      Help.of(streams.out(), command(args.get(1)));
    } else {
      Help.overview(streams.out(), COMMANDS);
    }
    return ExitStatus.OK;
  }

  private static Command command(String name) throws UsageException {
    for (Command command : COMMANDS) {
      if (command.name().equals(name)) {
        return command;
      }
    }
    List<String> names = COMMANDS.stream().map(Command::name).toList();
    throw new UsageException(
        "no such command: '%s'%s; there are %s"
            .formatted(name, Opts.didYouMean(name, names), String.join(", ", names)));
  }

  /** vicilint's own version, as the build wrote it. */
  static String version() {
    try (InputStream in = Main.class.getResourceAsStream("version")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
  }
}
