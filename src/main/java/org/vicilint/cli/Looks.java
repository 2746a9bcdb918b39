package org.vicilint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.vicilint.report.Style;
import org.vicilint.report.Templates;

/**
 * How findings are to look.
 *
 * @param style whether text is coloured
 * @param templates those of the review
 */
record Looks(Style style, Templates templates) {
  static final String TEMPLATES = "templates";

  /** The option that names a folder of templates. */
  static Option option() {
    return Opts.value(
        TEMPLATES,
        "DIR",
        "a folder with templates of the html review that stand before those that ship (see reports/)");
  }

  /** What the command line asks for. */
  static Looks of(CommandLine line, Streams streams) throws UsageException {
    Style style = Opts.style(line, streams);
    if (!line.hasOption(TEMPLATES)) {
      return new Looks(style, Templates.shipped());
    }
    Path folder = Path.of(Opts.last(line, TEMPLATES));
    if (!Files.isDirectory(folder)) {
      throw new UsageException("--templates takes a folder, and there is none at " + folder);
    }
    try {
      return new Looks(style, Templates.of(folder));
    } catch (IOException e) {
      throw new UsageException("cannot read the templates in " + folder);
    }
  }

  /** The same without colours. */
  Looks plain() {
    return new Looks(Style.PLAIN, templates);
  }
}
