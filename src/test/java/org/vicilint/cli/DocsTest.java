package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vicilint.testkit.Cli;

/**
 * What the documents show is what vicilint prints: each {@code console} block holds one command and
 * its whole output, with the exit status behind it when it is not 0. A line of three dots stands
 * for lines left out.
 *
 * <p>After a wanted change of an output: {@code mvn test -Dtest=DocsTest -Dvicilint.refresh}
 */
class DocsTest {
  private static final Pattern BLOCK =
      Pattern.compile("```console\\n\\$ \\./vicilint (.*)\\n((?s).*?)```");

  private static final String LEFT_OUT = "...\n";

  static Stream<Path> documents() {
    return Documents.all().stream().filter(document -> !document.startsWith("rules"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyBlockShowsWhatTheCommandPrints(Path document) throws IOException {
    String text = Files.readString(document);
    Matcher blocks = BLOCK.matcher(text);
    StringBuilder refreshed = new StringBuilder();
    int count = 0;
    while (blocks.find()) {
      count++;
      String actual = shown(blocks.group(1));
      String shown = blocks.group(2);
      if (shown.contains(LEFT_OUT)) {
        assertThat(actual).as(blocks.group(1)).matches(withGaps(shown));
        actual = shown;
      } else if (System.getProperty("vicilint.refresh") == null) {
        assertThat(actual).as(blocks.group(1)).isEqualTo(shown);
      }
      String block = "```console\n$ ./vicilint " + blocks.group(1) + "\n" + actual + "```";
      blocks.appendReplacement(refreshed, Matcher.quoteReplacement(block));
    }
    if (document.endsWith("README.md")) {
      assertThat(count).as("commands in " + document).isPositive();
    }
    assertThat(count)
        .as("every console block is run")
        .isEqualTo(Pattern.compile("```console").matcher(text).results().count());
    if (System.getProperty("vicilint.refresh") != null) {
      Files.writeString(document, blocks.appendTail(refreshed).toString());
    }
  }

  @Test
  void everyExampleHasADocumentThatRunsIt() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("examples"))) {
      assertThat(folders.filter(Files::isDirectory))
          .isNotEmpty()
          .allSatisfy(folder -> assertThat(folder.resolve("README.md")).exists());
    }
  }

  private static String withGaps(String shown) {
    return Arrays.stream(shown.split(Pattern.quote(LEFT_OUT), -1))
        .map(Pattern::quote)
        .collect(Collectors.joining("(?s).*"));
  }

  private static String shown(String command) {
    List<String> words =
        Pattern.compile("'([^']*)'|(\\S+)").matcher(command).results().map(DocsTest::word).toList();
    Cli run = Cli.run(words.toArray(String[]::new));
    String status = run.status() == 0 ? "" : "(exit status " + run.status() + ")\n";
    return run.err() + run.out() + status;
  }

  private static String word(MatchResult match) {
    return match.group(1) == null ? match.group(2) : match.group(1);
  }
}
