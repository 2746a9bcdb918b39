package org.vicilint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.vicilint.render.Style;
import org.vicilint.render.review.Templates;

/**
 * Options for the output of findings.
 *
 * @param style whether text is coloured
 * @param template makes the templates of the review: most runs write none, and FreeMarker takes
 *     longer to start than a small run does without it
 */
record RenderOptions(Style style, Supplier<Templates> template) {
  static final String TEMPLATES = "templates";

  /** The option that names a folder of templates. */
  static Option option() {
    return Opts.value(
        TEMPLATES,
        "DIR",
        "a folder with templates of the html review that stand before those that ship (see reports/)");
  }

  /** Returns the options of the command line. */
  static RenderOptions of(CommandLine line, Streams streams) throws UsageException {
    Style style = Opts.style(line, streams);
    if (!line.hasOption(TEMPLATES)) {
      return new RenderOptions(style, Templates::shipped);
    }
    Path folder = Path.of(Opts.last(line, TEMPLATES));
    if (!Files.isDirectory(folder)) {
      throw new UsageException("--templates takes a folder, and there is none at " + folder);
    }
    try {
      Templates own = Templates.of(folder);
      return new RenderOptions(style, () -> own);
    } catch (IOException e) {
      throw new UsageException("cannot read the templates in " + folder);
    }
  }

  /** The templates of the review. */
  Templates templates() {
    return template.get();
  }

  /** Returns a copy without colours. */
  RenderOptions plain() {
    return new RenderOptions(Style.PLAIN, template);
  }
}
