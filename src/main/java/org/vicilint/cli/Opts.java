package org.vicilint.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.vicilint.input.EstateReader;
import org.vicilint.input.InputFormat;
import org.vicilint.input.table.Secrets;
import org.vicilint.log.LogReading;
import org.vicilint.model.Suggestions;
import org.vicilint.render.Style;
import org.vicilint.source.Exclusion;
import org.vicilint.source.Limits;

/** The options that several commands have, and how their values are read. */
final class Opts {
  static final String BUILD = "build";
  static final String AGENT_BUILD = "agent-build";
  static final String INPUT_FORMAT = "input-format";
  static final String COLUMNS = "columns";
  static final String AT = "at";
  static final String FORMAT = "format";
  static final String OUTPUT = "output";
  static final String COLOR = "color";
  static final String NO_PROGRESS = "no-progress";
  static final String HELP = "help";
  private static final String EXCLUDE = "exclude";
  private static final String VERBOSE = "verbose";

  private Opts() {}

  /** The options of every command that reads accounts. */
  static Options reading() {
    return sources(builds()).addOption(at());
  }

  /** Adds the options of where accounts come from. */
  static Options sources(Options options) {
    return DatabaseOptions.addTo(options.addOption(inputFormat()).addOption(columns()))
        .addOption(
            value(
                EXCLUDE,
                "GLOB",
                "leave these files and folders out of folders, as a line of .gitignore does; seen from the folder given, or from here; may be given several times"))
        .addOption(
            Option.builder()
                .longOpt(VERBOSE)
                .desc("name each file of a folder that was left out")
                .get());
  }

  /**
   * Returns the reader for the accounts of a command line.
   *
   * @param secrets turns passwords into the traits that are kept
   * @param logs how a log is read
   */
  static EstateReader reader(CommandLine line, Streams streams, Secrets secrets, LogReading logs)
      throws UsageException {
    return new EstateReader(
            inputFormat(line), Limits.DEFAULT, secrets, logs, DatabaseOptions.of(line, streams))
        .withColumns(columns(line))
        .naming(verbose(line));
  }

  /** Whether to name what is otherwise counted. */
  static boolean verbose(CommandLine line) {
    return line.hasOption(VERBOSE);
  }

  /** Returns the files that the command line leaves out of folders. */
  static List<Exclusion> exclusions(CommandLine line) throws UsageException {
    String[] values = line.getOptionValues(EXCLUDE);
    List<Exclusion> exclusions = new ArrayList<>();
    for (String value : values == null ? new String[0] : values) {
      exclusions.add(
          Exclusion.ofOption(value)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "--exclude takes a pattern as in .gitignore, like k8s/ or '*.generated.yaml'; this one matches nothing")));
    }
    return exclusions;
  }

  /** The option that takes files as of one format. */
  static Option inputFormat() {
    return value(
        INPUT_FORMAT,
        "FORMAT",
        "take every file as definitions, tsv, csv, json, sql (a dump), xml or outfile (no header); without it, the content decides");
  }

  /** The option that names the columns of tables without a header. */
  private static Option columns() {
    return value(
        COLUMNS,
        "NAMES",
        "the columns of a table without a header (SELECT … INTO OUTFILE), separated by commas; without it, the order of the newest known build");
  }

  /** The columns of tables without a header; empty when the user names none. */
  static List<String> columns(CommandLine line) throws UsageException {
    String given = last(line, COLUMNS);
    if (given == null) {
      return List.of();
    }
    InputFormat format = inputFormat(line);
    if (format != null && format != InputFormat.OUTFILE) {
      throw new UsageException(
          "--columns names the columns of tables without a header; it goes with --input-format outfile");
    }
    List<String> columns =
        Arrays.stream(given.split(",", -1)).map(c -> c.strip().toLowerCase(Locale.ROOT)).toList();
    if (!EstateReader.isTable(columns)) {
      throw new UsageException(
          "--columns names no table that vicilint reads; give all columns of yours in their order, like user_id,user,pass,full_name,user_level");
    }
    return columns;
  }

  /** The option that takes the time on the server. */
  static Option at() {
    return value(
        AT,
        "TIME",
        "judge locked accounts as of this time on the server, 'YYYY-MM-DD HH:MM:SS'; without it, a lock (15 minutes) is not held against an account");
  }

  /** The options that every command has. */
  static Options common() {
    return new Options()
        .addOption(Option.builder("h").longOpt(HELP).desc("show this help").get())
        .addOption(
            Option.builder()
                .longOpt(NO_PROGRESS)
                .desc("do not show on a terminal how far a long run is")
                .get())
        .addOption(
            value(COLOR, "WHEN", "auto (on a terminal), always or never; NO_COLOR is respected"));
  }

  /** The options that choose builds, with those that every command has. */
  static Options builds() {
    return common()
        .addOption(
            value(
                BUILD,
                "BUILD",
                "the Non-Agent API's build, as the server's function=version prints it; default: the newest known"))
        .addOption(
            value(
                AGENT_BUILD,
                "BUILD",
                "the Agent API's build; default: the newest one of that day or before"));
  }

  static Option format(String values) {
    return value(FORMAT, "FORMAT", values);
  }

  static Option output() {
    return value(OUTPUT, "FILE", "write to this file, whole or not at all; - for standard output");
  }

  static Option value(String name, String argument, String description) {
    return Option.builder().longOpt(name).hasArg().argName(argument).desc(description).get();
  }

  /** The value of an option that allows only certain words. */
  static String choice(CommandLine line, String option, List<String> allowed, String otherwise)
      throws UsageException {
    String value = line.hasOption(option) ? last(line, option) : otherwise;
    if (!allowed.contains(value)) {
      throw new UsageException(
          "--%s does not know '%s'; it takes %s%s"
              .formatted(option, value, String.join(", ", allowed), didYouMean(value, allowed)));
    }
    return value;
  }

  /** The format that the user wants all input read as; null when the content decides. */
  static InputFormat inputFormat(CommandLine line) throws UsageException {
    if (!line.hasOption(INPUT_FORMAT)) {
      return null;
    }
    if ("yaml".equals(last(line, INPUT_FORMAT))) {
      return InputFormat.DEFINITIONS; // what people call them
    }
    List<String> words = Arrays.stream(InputFormat.values()).map(InputFormat::word).toList();
    String word = choice(line, INPUT_FORMAT, words, null);
    return InputFormat.values()[words.indexOf(word)];
  }

  /** Whether to write colours. */
  static Style style(CommandLine line, Streams streams) throws UsageException {
    boolean colours =
        switch (choice(line, COLOR, List.of("auto", "always", "never"), "auto")) {
          case "always" -> true;
          case "never" -> false;
          default ->
              streams.terminal()
                  && System.getenv("NO_COLOR") == null
                  && !"dumb".equals(System.getenv("TERM"))
                  && !line.hasOption(OUTPUT);
        };
    return colours ? Style.COLOURS : Style.PLAIN;
  }

  /** The value of an option; where it is given more than once, the last one holds. */
  static String last(CommandLine line, String option) {
    String[] values = line.getOptionValues(option);
    return values == null ? null : values[values.length - 1];
  }

  /** A question behind a message, or nothing. */
  static String didYouMean(String word, Collection<String> known) {
    return Suggestions.closest(word, known).map(w -> " (did you mean '" + w + "'?)").orElse("");
  }

  /** The files of a command whose results have one format. */
  static List<String> outputs(CommandLine line) {
    String[] outputs = line.getOptionValues(OUTPUT);
    return outputs == null ? List.of() : List.of(outputs);
  }
}
