package org.vicilint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The command lines of every command in every format, for tests that hold of all of them. */
public final class EveryCommand {
  private static final Set<String> FORMATS =
      Set.of(
          "text",
          "table",
          "json",
          "jsonl",
          "html",
          "sarif",
          "junit",
          "github",
          "gitlab",
          "markdown",
          "csv",
          "yaml",
          "sql",
          "svg",
          "mermaid");

  /** What is read. */
  private final List<String> paths;

  private final String user;
  private final String manifest;
  private final String requests;
  private final String out;

  /**
   * @param paths the accounts
   * @param user one of them
   * @param manifest a manifest
   * @param requests a file of requests
   * @param out a folder for what is written
   */
  public EveryCommand(
      List<String> paths, String user, String manifest, String requests, String out) {
    this.paths = paths;
    this.user = user;
    this.manifest = manifest;
    this.requests = requests;
    this.out = out;
  }

  /** All of them. */
  public List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    for (Command command : Main.COMMANDS) {
      for (List<String> arguments : arguments(command.name())) {
        List<String> line = Stream.concat(Stream.of(command.name()), arguments.stream()).toList();
        List<String> formats = formats(command);
        if (formats.isEmpty()) {
          lines.add(line);
        }
        for (String format : formats) {
          lines.add(Stream.concat(line.stream(), Stream.of("--format", format)).toList());
        }
      }
    }
    return lines;
  }

  private static List<String> formats(Command command) {
    return command.options().hasLongOption(Opts.FORMAT)
        ? Stream.of(command.options().getOption(Opts.FORMAT).getDescription().split("\\W+"))
            .filter(FORMATS::contains)
            .distinct()
            .toList()
        : List.of();
  }

  private List<List<String>> arguments(String command) {
    return switch (command) {
      case "lint", "matrix", "usage", "cut", "baseline" -> List.of(paths);
      case "report" -> List.of(with(List.of(), "--output", out + "/page.html"));
      case "profile" -> List.of(paths.subList(0, 1));
      case "diff" -> List.of(List.of(paths.get(0), paths.get(paths.size() - 1)));
      case "upgrade" -> List.of(with(List.of(), "--from", "240703-1657", "--to", "250720-1841"));
      case "can" -> List.of(with(List.of(user, "update_user")), with(List.of(user, "page:3")));
      case "paths" -> List.of(paths, with(List.of(user)));
      case "reach" -> List.of(with(List.of("--all")), with(List.of(user)));
      case "recommend" ->
          List.of(
              with(List.of(user)),
              with(List.of(user), "--from-usage"),
              with(List.of("--all"), "--output", out + "/recommended"));
      case "fix" ->
          List.of(with(List.of(), "--dry-run"), with(List.of(), "--output", out + "/f.sql"));
      case "diagnose" -> List.of(with(List.of("-")));
      case "request" -> List.of(with(List.of(requests)));
      case "onboard" -> List.of(with(List.of(manifest)));
      case "catalog", "rules", "schema" -> List.of(List.of());
      case "explain" -> List.of(List.of("shared-password"));
      case "explain-build" -> List.of(List.of("-"));
      case "init" -> List.of(List.of(out + "/started"));
      default -> throw new IllegalArgumentException("say here how to run " + command);
    };
  }

  private List<String> with(List<String> first, String... last) {
    List<String> line = new ArrayList<>(first);
    line.addAll(paths);
    line.addAll(List.of(last));
    return line;
  }
}
