package org.vicilint.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.KnownBuild;
import org.vicilint.model.Build;
import org.vicilint.render.Style;
import org.vicilint.render.catalog.BuildJson;
import org.vicilint.render.catalog.BuildText;
import org.vicilint.source.LogLines;

/** {@code vicilint explain-build}: what the catalog knows of a server's build. */
final class ExplainBuildCommand implements Command {
  private static final String API = "api";

  /** Form of a build that is no part of something longer. */
  private static final Pattern BUILD =
      Pattern.compile("(?<![0-9A-Za-z-])\\d{5,6}-\\d{4}[a-z]?(?![0-9A-Za-z-])");

  @Override
  public String name() {
    return "explain-build";
  }

  @Override
  public String arguments() {
    return "[LINE | BUILD | -]";
  }

  @Override
  public String summary() {
    return "shows what is known of a server's build";
  }

  @Override
  public Options options() {
    return Opts.common()
        .addOption(
            Opts.value(
                API,
                "API",
                "whose build it is: non_agent or agent; default: the one that knows it"))
        .addOption(Opts.format("text or json; default: text"))
        .addOption(Opts.output());
  }

  @Override
  public String more() {
    return """
        LINE is what function=version of either API answers. With -, or without an argument, it
        is read from standard input.

          vicilint explain-build 'VERSION: 2.14-202|BUILD: 250720-1841|DATE: 2025-07-21 12:00:00'
          vicilint explain-build 250122-1010

        Exit status: 0 known, or between two known builds; 1 newer or older than all that are
        known; 2 wrong usage; 3 there is no build in what was given.
        """;
  }

  @Override
  public int run(CommandLine line, Streams streams) throws UsageException, IOException {
    String format = Opts.choice(line, Opts.FORMAT, List.of("text", "json"), "text");
    Style style = Opts.style(line, streams);
    List<String> arguments = line.getArgList();
    if (arguments.size() > 1) {
      throw new UsageException(
          "explain-build takes one line of the server: put it in quotation marks");
    }
    if (arguments.isEmpty() && Boolean.getBoolean(DiagnoseCommand.TYPING)) {
      throw new UsageException("explain-build takes what function=version answers, or a build");
    }
    Catalog catalog = Catalog.load();
    Optional<Build> build =
        build(
            arguments.isEmpty() || arguments.get(0).equals("-")
                ? streams.in()
                : new ByteArrayInputStream(arguments.get(0).getBytes(StandardCharsets.UTF_8)));
    if (build.isEmpty()) {
      streams
          .err()
          .println(
              "vicilint: there is no build in what was given; builds look like %s"
                  .formatted(catalog.api(Api.NON_AGENT).newest()));
      return ExitStatus.INCOMPLETE;
    }
    if (!line.hasOption(API)
        && Arrays.stream(Api.values())
            .allMatch(api -> catalog.api(api).builds().contains(build.get()))) {
      streams
          .err()
          .println("note: both APIs have a build of this name; --api agent shows the other");
    }
    KnownBuild known = KnownBuild.of(catalog, api(line, catalog, build.get()), build.get());
    Output.write(
        Opts.last(line, Opts.OUTPUT),
        List.of(),
        streams,
        out -> {
          if (format.equals("json")) {
            BuildJson.write(out, known, catalog);
          } else {
            new BuildText(out, style).print(known, catalog);
          }
        });
    return switch (known.how()) {
      case EXACT, BETWEEN -> ExitStatus.OK;
      case NEWER, OLDER -> ExitStatus.FINDINGS;
    };
  }

  private static Api api(CommandLine line, Catalog catalog, Build build) throws UsageException {
    if (!line.hasOption(API)) {
      return KnownBuild.apiOf(catalog, build);
    }
    List<String> words = Arrays.stream(Api.values()).map(Api::word).toList();
    return Api.values()[words.indexOf(Opts.choice(line, API, words, null))];
  }

  /** The first build in the text. */
  private static Optional<Build> build(InputStream in) throws IOException {
    LogLines lines = new LogLines(in);
    for (String line = lines.next(); line != null; line = lines.next()) {
      Matcher m = BUILD.matcher(line);
      while (m.find()) {
        Optional<Build> build = Build.parse(m.group());
        if (build.isPresent()) {
          return build;
        }
      }
    }
    return Optional.empty();
  }
}
