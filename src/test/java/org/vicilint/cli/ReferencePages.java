package org.vicilint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** The pages of docs/ that follow from the program: help, rules, and schemas. */
final class ReferencePages {
  private static final Path REFERENCE = Path.of("docs/reference");
  private static final Path COMMANDS = REFERENCE.resolve("commands");
  private static final Path JSON = REFERENCE.resolve("json.md");
  private static final String MADE =
      "<!-- Made by ReferencePagesTest; edit %s and run it with -Dvicilint.refresh. -->\n";

  private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z-]+) +(\\S.*)$");
  private static final Pattern SECTION =
      Pattern.compile("(?s)(<!-- schema: ([\\w-]+) -->\n).*?(<!-- end -->)");

  private ReferencePages() {}

  /** Returns each page that is made, with its text. */
  static Map<Path, String> all() {
    Map<Path, String> pages = new TreeMap<>();
    pages.put(COMMANDS.resolve("index.md"), index());
    commands().forEach((name, about) -> pages.put(file(name), command(name, about)));
    pages.put(Path.of("docs/rules/index.md"), rules());
    pages.put(JSON, json(Documents.read(JSON)));
    pages.put(
        REFERENCE.resolve("profile.md"),
        keys("profile", "Keys of a profile", "[Profile](../guide/profile.md)"));
    pages.put(
        REFERENCE.resolve("manifest.md"),
        keys("integration", "Keys of a manifest", "[Onboard](../guide/onboard.md)"));
    pages.put(
        REFERENCE.resolve("definitions.md"),
        keys("definitions", "Keys of definitions", "[Definitions](../guide/definitions.md)"));
    return pages;
  }

  /** Returns every command with what it does, in the order of the help. */
  static Map<String, String> commands() {
    Map<String, String> commands = new LinkedHashMap<>();
    COMMAND
        .matcher(Cli.run("--help").out())
        .results()
        .forEach(line -> commands.put(line.group(1), line.group(2)));
    return commands;
  }

  /** Returns the outputs that have a schema. */
  static List<String> outputs() {
    return Pattern.compile("(?m)^(\\S+) +.* --format json prints.*$")
        .matcher(Cli.run("schema").out())
        .results()
        .map(line -> line.group(1))
        .toList();
  }

  /** Returns the page of each schema. */
  static Map<String, Path> schemas() {
    Map<String, Path> pages = new TreeMap<>();
    outputs().forEach(output -> pages.put(output, JSON));
    pages.put("profile", REFERENCE.resolve("profile.md"));
    pages.put("integration", REFERENCE.resolve("manifest.md"));
    pages.put("definitions", REFERENCE.resolve("definitions.md"));
    return pages;
  }

  /** Returns the sections that json.md has for schemas. */
  static List<String> sections() {
    return SECTION.matcher(Documents.read(JSON)).results().map(m -> m.group(2)).toList();
  }

  private static Path file(String command) {
    return COMMANDS.resolve(command + ".md");
  }

  private static String index() {
    StringBuilder page = new StringBuilder(made("the help of the commands"));
    page.append("# Commands\n\n| command | |\n|---|---|\n");
    commands()
        .forEach(
            (name, about) -> page.append("| [%s](%s.md) | %s |\n".formatted(name, name, about)));
    return page + "\n" + block("vicilint --help");
  }

  private static String command(String name, String about) {
    String page =
        made("the help of the command")
            + "# vicilint %s\n\n".formatted(name)
            + "%s.\n\n".formatted(capital(about))
            + block("vicilint " + name + " --help");
    String shown =
        Documents.front().stream()
            .filter(document -> document.startsWith("docs") && !document.startsWith(REFERENCE))
            .filter(document -> shows(document, name))
            .map(document -> "- " + link(document) + "\n")
            .collect(Collectors.joining());
    return shown.isEmpty() ? page : page + "\nShown in:\n\n" + shown;
  }

  /** Whether a document has the command in one of its fenced blocks. */
  private static boolean shows(Path document, String command) {
    return Pattern.compile("(?m)^(\\$ )?(\\./)?vicilint %s( |$)".formatted(command))
        .matcher(Documents.read(document))
        .find();
  }

  private static String link(Path document) {
    String title = Documents.read(document).lines().findFirst().orElseThrow().replace("# ", "");
    String target = COMMANDS.relativize(document).toString().replace('\\', '/');
    return "[%s](%s)".formatted(title, target);
  }

  private static String rules() {
    StringBuilder page = new StringBuilder(made("the pages of the rules"));
    page.append("# The rules\n\n");
    page.append(
        "Each page says what its rule finds, why it matters, and how to fix it; its examples\n");
    page.append(
        "run as tests. `vicilint rules` lists the rules, `vicilint explain RULE` shows a page.\n\n");
    page.append("| rule | severity | category | finds |\n|---|---|---|---|\n");
    for (JsonNode rule : Vectors.parse(Cli.run("rules", "--format", "json").out()).get("rules")) {
      String severities = rule.get("severity").asText();
      for (JsonNode variant : rule.path("variants")) {
        severities += severities.contains(variant.asText()) ? "" : ", " + variant.asText();
      }
      String id = rule.get("rule").asText();
      page.append(
          "| [%s](../../rules/%s.md) | %s | %s | %s |\n"
              .formatted(
                  id, id, severities, rule.get("category").asText(), rule.get("title").asText()));
    }
    return page.toString();
  }

  private static String json(String page) {
    return SECTION.matcher(page).replaceAll(ReferencePages::section);
  }

  private static String section(MatchResult section) {
    String name = section.group(2);
    String text =
        section.group(1)
            + "\n"
            + SchemaList.of(schema(name), SchemaList.Use.OUTPUT)
            + "\n"
            + section.group(3);
    return Matcher.quoteReplacement(text);
  }

  private static String keys(String name, String title, String guide) {
    String about =
        "%s shows how they are used. `vicilint schema %s` prints the JSON Schema, with which editors complete and check a file."
            .formatted(guide, name);
    return made("the descriptions in the schema")
        + "# %s\n\n".formatted(title)
        + SchemaList.wrapped(about, "", "")
        + "\n"
        + SchemaList.of(schema(name), SchemaList.Use.INPUT);
  }

  /** Returns a schema as the program prints it. */
  static JsonNode schema(String name) {
    return Vectors.parse(Cli.run("schema", name).out());
  }

  private static String block(String command) {
    String[] words = command.split(" ");
    String out = Cli.run(Arrays.copyOfRange(words, 1, words.length)).out();
    return "```text\n" + out + "```\n";
  }

  private static String made(String from) {
    return MADE.formatted(from);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
