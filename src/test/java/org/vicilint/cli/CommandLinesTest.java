package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.catalog.Catalog;
import org.vicilint.model.Build;
import org.vicilint.model.Flag;

/**
 * The command lines that {@code --help} and the documents show without an output can be typed so:
 * the command is there, it has the options, and they take the values. They are not run.
 */
class CommandLinesTest {
  private static final Pattern SHELL = Pattern.compile("```sh\\n((?s).*?)```");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?m)^ {2}(?:.*&& )?vicilint ((?:.|\\n {4})+)$");
  private static final Pattern TYPED = Pattern.compile("(?m)^(?:.*&& )?\\./vicilint (.+)$");
  private static final Pattern WORD = Pattern.compile("'[^']*'|[^\\s'#<>|&]+|[#<>|&].*");

  static Stream<String> help() {
    return Main.COMMANDS.stream()
        .flatMap(command -> EXAMPLE.matcher(command.more()).results())
        .map(m -> m.group(1).replaceAll("\\n\\s+", " "));
  }

  static Stream<String> documents() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path document : DocsTest.documents().toList()) {
      SHELL
          .matcher(Files.readString(document))
          .results()
          .flatMap(block -> TYPED.matcher(block.group(1)).results())
          .forEach(m -> lines.add(m.group(1)));
    }
    return lines.stream();
  }

  @Test
  void everyCommandHasAnExample() {
    for (Command command : Main.COMMANDS) {
      assertThat(EXAMPLE.matcher(command.more()).results()).as(command.name()).isNotEmpty();
      long lines = command.more().lines().filter(line -> line.startsWith("  vicilint ")).count();
      assertThat(EXAMPLE.matcher(command.more()).results().count()).isGreaterThanOrEqualTo(lines);
    }
  }

  @ParameterizedTest
  @MethodSource({"help", "documents"})
  void itCanBeTyped(String line) {
    assertThat(wrong(line)).as(line).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lnit accounts/",
        "lint accounts/ --formt json",
        "lint accounts/ --format jsno # a comment",
        "diff a b --fail-on-gain write,delet",
        "upgrade --from 2025",
        "catalog --flag modify_user",
        "catalog --category lead",
        "rules --severity hihg",
        "fix accounts/ --only level-above",
        "lint accounts/ --format"
      })
  void whatIsMisspeltIsFound(String line) {
    assertThat(wrong(line)).isNotEmpty();
  }

  /** What is wrong with a command line; nothing for one that can be typed. */
  private static List<String> wrong(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find() && "#<>|&".indexOf(matcher.group().charAt(0)) < 0) {
      words.add(matcher.group().replace("'", ""));
    }
    Command command =
        Main.COMMANDS.stream().filter(c -> c.name().equals(words.get(0))).findFirst().orElse(null);
    if (command == null) {
      return List.of("no such command: " + words.get(0));
    }
    try {
      CommandLine line =
          DefaultParser.builder()
              .setAllowPartialMatching(false)
              .get()
              .parse(command.options(), words.subList(1, words.size()).toArray(String[]::new));
      return Arrays.stream(line.getOptions()).flatMap(CommandLinesTest::wrong).toList();
    } catch (ParseException e) {
      return List.of(e.getMessage());
    }
  }

  private static Stream<String> wrong(Option option) {
    return Stream.of(option.getValues() == null ? new String[0] : option.getValues())
        .flatMap(value -> Stream.of(value.split(",")))
        .filter(value -> !takes(option, value))
        .map(value -> "--" + option.getLongOpt() + " does not take " + value);
  }

  private static boolean takes(Option option, String value) {
    return switch (option.getLongOpt()) {
      case "build", "agent-build", "from", "to", "agent-from", "agent-to" ->
          !option.getArgName().equals("BUILD") || Build.parse(value).isPresent();
      case "flag" -> Arrays.stream(Flag.values()).anyMatch(f -> f.column().equals(value));
      case "category" -> categories().contains(value);
      case "only" -> Files.exists(Path.of("rules", value + ".md"));
      case "severity" -> List.of("critical", "high", "medium", "low", "info").contains(value);
      case "format", "input-format", "api", "effect", "fail-on", "fail-on-gain", "ci" ->
          List.of(option.getDescription().split("[^a-z_]+")).contains(value);
      default -> true;
    };
  }

  private static Set<String> categories() {
    return Catalog.load().names().stream()
        .map(name -> Catalog.load().function(name).orElseThrow().category())
        .collect(Collectors.toSet());
  }
}
