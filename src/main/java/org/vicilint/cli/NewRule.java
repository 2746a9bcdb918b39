package org.vicilint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vicilint.rules.builtin.Checks;
import org.vicilint.text.Printable;

/**
 * The files of a new built-in rule, in a checkout of vicilint: its page, its class and an estate of
 * the corpus, and its lines in the list of rules and in the schema of profiles. The class finds
 * nothing yet, and the tests of the rule fail until it does.
 */
final class NewRule {
  private static final String CLASSES = "src/main/java/org/vicilint/rules/builtin/";
  private static final String LIST = CLASSES + "Checks.java";
  private static final String SCHEMA = "policies/profile.schema.json";
  private static final String CORPUS = "src/test/resources/corpus/";

  /** A class has to fit into a line of the list, and an id into the column of a report. */
  private static final int LONGEST = 40;

  /** Two words at least: a class of one would hide one of Java's, as String. */
  private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)+");

  private static final Pattern LISTED =
      Pattern.compile("(?s)(ALL =\\s+List\\.of\\(\\s*)(new \\w+\\(\\)(?:,\\s*new \\w+\\(\\))*)");
  private static final Pattern IN_SCHEMA =
      Pattern.compile("(?m)^( +)\"([a-z-]+)\": (\\{ \"\\$ref\": \"#/\\$defs/setting\" },)\n");
  private static final Pattern RELEASE = Pattern.compile("\\d+\\.\\d+\\.\\d+");

  private final Path checkout;

  /**
   * @param checkout the top folder of a checkout
   */
  NewRule(Path checkout) {
    this.checkout = checkout;
  }

  /**
   * Writes all files or none, and prints their names and the next steps.
   *
   * @throws UsageException when the id is no good or taken, this is no checkout, a file is there
   *     already, or a file cannot be written
   */
  void write(String id, Streams streams) throws UsageException, IOException {
    if (!Files.isRegularFile(checkout.resolve(LIST))
        || !Files.isRegularFile(checkout.resolve(SCHEMA))) {
      throw new UsageException(
          "rules new works in the top folder of a checkout of vicilint, and this is none; for rules"
              + " of your own see own_rules of a profile");
    }
    String name = className(id);
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("rules/" + id + ".md", template("page.md", id, name));
    texts.put(CLASSES + name + ".java", template("class.txt", id, name));
    texts.put(CORPUS + id + ".yaml", template("estate.yaml", id, name));
    for (String file : texts.keySet()) {
      if (Files.exists(checkout.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
        throw new UsageException(file + " is there already; nothing is written");
      }
    }
    Map<String, String> before = new LinkedHashMap<>();
    for (String file : List.of(LIST, SCHEMA)) {
      before.put(file, Files.readString(checkout.resolve(file)));
    }
    texts.put(LIST, listed(before.get(LIST), name));
    texts.put(SCHEMA, inSchema(before.get(SCHEMA), id));
    write(texts, before, streams);
    say(id, texts, before, streams.out());
  }

  private String className(String id) throws UsageException {
    if (!ID.matcher(id).matches() || id.length() > LONGEST) {
      throw new UsageException(
          "'%s' is no id: two or more words of small letters with hyphens between, up to %d characters, as no-owner"
              .formatted(Printable.of(id), LONGEST));
    }
    String name = camel(id);
    if (Checks.all().stream().anyMatch(rule -> rule.id().equals(id))) {
      throw new UsageException("there is a rule '" + id + "' already; 'vicilint rules' lists them");
    }
    // The class would hide the other one, and neither it nor its neighbours would compile.
    if (isJavas(name) || Files.exists(checkout.resolve(CLASSES + "../" + name + ".java"))) {
      throw new UsageException("there is a class " + name + " already; choose another id");
    }
    return name;
  }

  private static boolean isJavas(String name) {
    try {
      Class.forName("java.lang." + name);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Returns the name of the class of a rule. */
  static String camel(String id) {
    return Arrays.stream(id.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String id(String name) {
    return name.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static String template(String file, String id, String name) throws IOException {
    try (InputStream in = NewRule.class.getResourceAsStream("/scaffold/" + file)) {
      Matcher release = RELEASE.matcher(Main.version());
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@id@", id)
          .replace("@class@", name)
          .replace("@since@", release.find() ? release.group() : Main.version());
    }
  }

  private static String listed(String text, String name) throws UsageException {
    Matcher list = LISTED.matcher(text);
    if (!list.find()) {
      throw new UsageException(LIST + " has no list of rules; nothing is written");
    }
    List<String> names =
        new ArrayList<>(
            Arrays.stream(list.group(2).split(",\\s*"))
                .map(each -> each.replaceAll("new |\\W", ""))
                .toList());
    names.add(name);
    names.sort(Comparator.comparing(NewRule::id));
    String lines =
        names.stream()
            .map(each -> "new " + each + "()")
            .collect(Collectors.joining(",\n          "));
    return text.substring(0, list.start(2)) + lines + text.substring(list.end(2));
  }

  /** Returns the schema with the rule before the next id; those with keys of their own are last. */
  private static String inSchema(String text, String id) throws UsageException {
    if (text.contains("\"" + id + "\":")) {
      return text;
    }
    List<MatchResult> lines = IN_SCHEMA.matcher(text).results().toList();
    if (lines.isEmpty()) {
      throw new UsageException(SCHEMA + " has no list of rules; nothing is written");
    }
    MatchResult any = lines.get(0);
    int place =
        lines.stream()
            .filter(line -> line.group(2).compareTo(id) > 0)
            .mapToInt(MatchResult::start)
            .findFirst()
            .orElse(lines.get(lines.size() - 1).end());
    String line = any.group(1) + "\"" + id + "\": " + any.group(3) + "\n";
    return text.substring(0, place) + line + text.substring(place);
  }

  private void write(Map<String, String> texts, Map<String, String> before, Streams streams)
      throws UsageException, IOException {
    List<String> written = new ArrayList<>();
    try {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        String file = checkout.resolve(text.getKey()).toString();
        Output.write(file, List.of(), streams, out -> out.print(text.getValue()));
        written.add(text.getKey());
      }
    } catch (UsageException | IOException e) {
      for (String file : written) { // half a rule would break the build
        if (before.containsKey(file)) {
          Files.writeString(checkout.resolve(file), before.get(file));
        } else {
          Files.deleteIfExists(checkout.resolve(file));
        }
      }
      throw e;
    }
  }

  private static void say(
      String id, Map<String, String> texts, Map<String, String> before, PrintWriter out) {
    texts
        .keySet()
        .forEach(
            file -> out.println((before.containsKey(file) ? "changed  " : "written  ") + file));
    out.println();
    out.print(
        """
        next:
          1. write each line that says WRITE, the page first; the tests list those that are left
          2. write the check; until it finds what the page and the estate show, their tests fail
          3. mvn -q -Dskip.browser=true -Dskip.database=true -Dvicilint.refresh \\
               -Dtest='RulePagesTest,ReferencePagesTest,DocsTest' test
             writes the outputs on the page and in docs/, and the list of rules; review the difference
          4. mvn -q -Dskip.browser=true -Dskip.database=true \\
               -Dtest='RulePagesTest,CorpusTest,ReferencePagesTest,DocsTest' test
          5. add a line to CHANGELOG.md, and %s to a profile of policies/ that leaves it off
        """
            .formatted(id));
  }
}
