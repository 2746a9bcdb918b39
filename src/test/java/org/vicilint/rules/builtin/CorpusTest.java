package org.vicilint.rules.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vicilint.diagnosis.LoggedAnswers;
import org.vicilint.input.EstateReader;
import org.vicilint.input.table.Secrets;
import org.vicilint.log.LogReading;
import org.vicilint.model.Estate;
import org.vicilint.rules.Rule;
import org.vicilint.source.Limits;
import org.vicilint.testkit.Runs;

/**
 * Small estates, each with everything that is to be found in it and nothing else: a finding too
 * many fails as well as one too few. The head of a file says what it shows, the profile, and line
 * by line {@code # expect: severity rule account}. A log of the API stands beside its estate, in a
 * file of the same name that ends in {@code .log.csv}.
 */
class CorpusTest {
  private static final Path FOLDER = Path.of("src/test/resources/corpus");
  private static final Pattern EXPECT = Pattern.compile("(?m)^# expect: (\\w+) ([a-z-]+) (.+)$");
  private static final Pattern PROFILE = Pattern.compile("(?m)^# profile: (\\w+)$");
  private static final LogReading LOGS =
      new LogReading(null, null, new LoggedAnswers(Runs.CATALOG)::of);
  private static final int LEAST = 60;

  static Stream<Path> estates() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("estates")
  void allThatIsExpectedIsFoundAndNothingElse(Path file) throws IOException {
    String text = Files.readString(file);
    List<String> sources = new ArrayList<>(List.of(file.toString()));
    String log = file.toString().replaceFirst("\\.yaml$", ".log.csv");
    if (Files.exists(Path.of(log))) {
      sources.add(log);
    }
    Estate estate =
        new EstateReader(null, Limits.DEFAULT, new Secrets(), LOGS, null)
            .read(sources, InputStream.nullInputStream());
    List<String> found =
        Runs.all(estate, Runs.profile(profile(text))).findings().stream()
            .filter(finding -> finding.open())
            .map(f -> "%s %s %s".formatted(f.severity().word(), f.rule(), f.user()))
            .sorted()
            .toList();
    List<String> expected =
        EXPECT
            .matcher(text)
            .results()
            .map(m -> "%s %s %s".formatted(m.group(1), m.group(2), m.group(3)))
            .sorted()
            .toList();
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void theCorpusIsLargeAndShowsEveryRule() throws IOException {
    TreeSet<String> shown = new TreeSet<>();
    int healthy = 0;
    for (Path file : estates().toList()) {
      List<MatchResult> expected = EXPECT.matcher(Files.readString(file)).results().toList();
      expected.forEach(m -> shown.add(m.group(2)));
      healthy += expected.isEmpty() ? 1 : 0;
    }
    assertThat(estates()).hasSizeGreaterThanOrEqualTo(LEAST);
    assertThat(healthy).as("estates in which nothing is to be found").isGreaterThan(LEAST / 4);
    assertThat(shown).containsExactlyElementsOf(Checks.all().stream().map(Rule::id).toList());
  }

  private static String profile(String text) {
    return PROFILE.matcher(text).results().map(m -> m.group(1)).findFirst().orElse("default");
  }
}
