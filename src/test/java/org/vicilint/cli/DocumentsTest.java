package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links, width, words and names in the documents, and the size of the README. */
class DocumentsTest {
  private static final int README_BYTES = 8192;
  private static final int WIDTH = 120;
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");

  /** Names of classes with two humps, such as those of tests. */
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`");

  private static final Set<String> JAVAS_OWN = Set.of("PathMatcher");

  /** Words that sound private; there is a plain one for each. */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "\\b(anew|tells?|told|mend(s|ed|ing)?|whoever|be it|of which|as far as|program's account)\\b",
          Pattern.CASE_INSENSITIVE);

  static List<Path> all() {
    return Documents.all();
  }

  static List<Path> front() {
    return Documents.front();
  }

  static List<Path> wide() {
    return Documents.written();
  }

  static List<Path> written() {
    return Documents.written().stream().filter(document -> !isMade(document)).toList();
  }

  @Test
  void theReadmeIsAPageAndNotABook() throws IOException {
    assertThat(Files.size(Path.of("README.md")))
        .as("bytes of the README; what is longer belongs into docs/")
        .isLessThanOrEqualTo(README_BYTES);
  }

  @Test
  void theReadmeLinksEveryCommand() {
    String readme = Documents.read(Path.of("README.md"));
    assertThat(ReferencePages.commands().keySet())
        .isNotEmpty()
        .allSatisfy(
            command ->
                assertThat(readme)
                    .contains("[%s](docs/reference/commands/%s.md)".formatted(command, command)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyLinkLeadsSomewhere(Path document) {
    List<String> dead = new ArrayList<>();
    LINK.matcher(CODE.matcher(Documents.prose(Documents.read(document))).replaceAll("``"))
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.matches("[a-z]+:.*"))
        .filter(link -> !leads(document, link))
        .forEach(dead::add);
    assertThat(dead).as("dead links in " + document).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("wide")
  void proseHasOneWidth(Path document) {
    assertThat(Documents.prose(Documents.read(document)).lines())
        .as("lines of %s over %d characters, but for tables and pictures", document, WIDTH)
        .allMatch(
            line ->
                line.codePointCount(0, line.length()) <= WIDTH
                    || line.startsWith("|")
                    || line.startsWith("![")
                    || document.equals(Path.of("ARCHITECTURE.md")));
  }

  @ParameterizedTest
  @MethodSource("written")
  void proseUsesThePublicWords(Path document) {
    String prose = CODE.matcher(Documents.prose(Documents.read(document))).replaceAll("");
    assertThat(prose.lines().filter(line -> PRIVATE.matcher(line).find()))
        .as("lines of %s with a word that sounds private", document)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("front")
  void everyClassThatIsNamedExists(Path document) throws IOException {
    Set<String> classes;
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      classes =
          sources
              .map(source -> source.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.replace(".java", ""))
              .collect(Collectors.toSet());
    }
    assertThat(CLASS.matcher(Documents.read(document)).results().map(m -> m.group(1)))
        .filteredOn(name -> !JAVAS_OWN.contains(name))
        .as("classes that %s names", document)
        .allMatch(classes::contains);
  }

  /** Pages that are made from the program have its words, which other tests hold. */
  private static boolean isMade(Path document) {
    return document.equals(Path.of("ARCHITECTURE.md"))
        || document.startsWith(Path.of("docs/reference"))
        || document.startsWith(Path.of("docs/rules"));
  }

  private static boolean leads(Path document, String link) {
    String[] parts = link.split("#", 2);
    Path folder = document.toAbsolutePath().getParent();
    Path target =
        parts[0].isEmpty() ? document.toAbsolutePath() : folder.resolve(parts[0]).normalize();
    return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
  }

  private static List<String> anchors(Path document) {
    return HEADING
        .matcher(Documents.prose(Documents.read(document)))
        .results()
        .map(DocumentsTest::anchor)
        .toList();
  }

  /** Returns what a forge and MkDocs alike make of a heading. */
  private static String anchor(MatchResult heading) {
    return heading
        .group(1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
        .replace(' ', '-');
  }
}
