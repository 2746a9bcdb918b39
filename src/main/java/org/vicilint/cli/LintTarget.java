package org.vicilint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/**
 * Destination of findings, and their format.
 *
 * @param file a file, or {@code -} for standard output
 */
record LintTarget(String file, LintFormat format) {
  private static final String STANDARD_OUTPUT = "-";

  /** Form of a word before a colon that could be a format; a drive has one letter. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

  /**
   * The targets of a command line: one for each {@code --output}, or standard output. A format
   * stands before the file ({@code sarif:findings}) or behind it ({@code -:text}); else {@code
   * --format} decides, and where that is not given, the ending of the file. A file whose name
   * begins like a misspelt format is written with its folder, {@code ./sairf:x}.
   *
   * @param otherwise the format when nothing decides it
   */
  static List<LintTarget> of(CommandLine line, LintFormat otherwise) throws UsageException {
    LintFormat asked = null;
    if (line.hasOption(Opts.FORMAT)) {
      asked = LintFormat.of(Opts.choice(line, Opts.FORMAT, LintFormat.words(), null)).orElseThrow();
    }
    String[] outputs = line.getOptionValues(Opts.OUTPUT);
    List<LintTarget> targets = new ArrayList<>();
    for (String output : outputs == null ? new String[] {STANDARD_OUTPUT} : outputs) {
      targets.add(of(output, asked, otherwise));
    }
    if (targets.stream().anyMatch(target -> target.file.isEmpty())) {
      throw new UsageException(
          "--output names a format and no file; write, for example, sarif:FILE");
    }
    long places = targets.stream().map(LintTarget::place).distinct().count();
    if (places < targets.size()) {
      throw new UsageException("two outputs go to one place; give each a file of its own");
    }
    return targets;
  }

  private static LintTarget of(String output, LintFormat asked, LintFormat otherwise)
      throws UsageException {
    int first = output.indexOf(':');
    int last = output.lastIndexOf(':');
    if (first > 0) {
      Optional<LintFormat> before = LintFormat.of(output.substring(0, first));
      if (before.isPresent()) {
        return new LintTarget(output.substring(first + 1), before.get());
      }
      Optional<LintFormat> behind = LintFormat.of(output.substring(last + 1));
      if (behind.isPresent()) {
        return new LintTarget(output.substring(0, last), behind.get());
      }
      refuseMisspelt(output, first);
    }
    LintFormat format = asked != null ? asked : LintFormat.ofFile(output).orElse(otherwise);
    return new LintTarget(output, format);
  }

  private static void refuseMisspelt(String output, int colon) throws UsageException {
    String before = output.substring(0, colon);
    String behind = output.substring(colon + 1);
    boolean onScreen = before.equals(STANDARD_OUTPUT);
    if (!onScreen && !WORD.matcher(before).matches()) {
      return;
    }
    String word = onScreen ? behind : before;
    throw new UsageException(
        "--output does not know the format '%s'%s; it takes %s; a file of that name is written ./%s"
            .formatted(
                word,
                Opts.didYouMean(word, LintFormat.words()),
                String.join(", ", LintFormat.words()),
                output));
  }

  /** The option whose values are targets. */
  static Option option() {
    return Opts.value(
        Opts.OUTPUT,
        "[FORMAT:]FILE",
        "write to this file, whole or not at all; - for standard output; may be given several times");
  }

  private Path place() {
    return standardOutput() ? Path.of(STANDARD_OUTPUT) : Output.place(file);
  }

  boolean standardOutput() {
    return file.equals(STANDARD_OUTPUT);
  }
}
