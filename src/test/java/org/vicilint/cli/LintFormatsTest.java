package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.access.Vectors;

/** All formats of findings, in one run and alone: none disagrees with another. */
class LintFormatsTest {
  private static final String EXAMPLE = "examples/callcenter";

  @TempDir private Path folder;

  @Test
  void severalOutputsOfOneRunHoldTheSameFindings() throws IOException {
    String dir = folder + "/";
    Cli run =
        Cli.run(
            "lint",
            EXAMPLE,
            "--output",
            dir + "a.sarif",
            "--output",
            dir + "a.html",
            "--output",
            "gitlab:" + dir + "quality.json",
            "--output",
            dir + "a.json",
            "--output",
            dir + "a.csv",
            "--output",
            dir + "a.xml",
            "--output",
            dir + "a.md",
            "--output",
            "-:text");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEqualTo(Cli.run("lint", EXAMPLE).out());
    Set<String> expected = new TreeSet<>();
    for (JsonNode finding : json("a.json").get("findings")) {
      expected.add(finding.get("fingerprint").asText());
    }
    assertThat(expected).isNotEmpty();
    Set<String> sarif = new TreeSet<>();
    for (JsonNode result : json("a.sarif").get("runs").get(0).get("results")) {
      result.get("partialFingerprints").forEach(f -> sarif.add(f.asText()));
    }
    assertThat(sarif).isEqualTo(expected);
    Set<String> gitlab = new TreeSet<>();
    json("quality.json").forEach(issue -> gitlab.add(issue.get("fingerprint").asText()));
    assertThat(gitlab).isEqualTo(expected);
    assertThat(text("a.html")).contains(expected);
    assertThat(text("a.csv")).contains(expected);
    assertThat(text("a.csv").lines()).hasSize(expected.size() + 1);
    assertThat(Pattern.compile("<testcase ").matcher(text("a.xml")).results().count())
        .isEqualTo(expected.size());
    assertThat(text("a.md")).contains("18");
  }

  @ParameterizedTest
  @EnumSource(LintFormat.class)
  void theStatusIsTheSameInEveryFormatAndNoPasswordIsInAny(LintFormat format) {
    Cli run = Cli.run("lint", EXAMPLE, "--format", format.word());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.all()).isNotBlank().doesNotContain("invented-for-the-callcenter", "\u001b");
    Cli nothing = Cli.run("lint", "no-such-file", "--format", format.word());
    assertThat(nothing.status()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "xml", "SARIF"})
  void aFormatThatIsNoneIsWrongUsage(String format) {
    assertThat(Cli.run("lint", EXAMPLE, "--format", format).status()).isEqualTo(2);
  }

  @Test
  void twoOutputsToOnePlaceAreWrongUsage() {
    Cli run = Cli.run("lint", EXAMPLE, "--output", "-", "--output", "json:-");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("two outputs go to one place");
  }

  @Test
  void anOutputOfTheRunBeforeIsNoDefinition() throws IOException {
    Path people = Path.of(EXAMPLE, "accounts", "people.yaml");
    Files.copy(people, folder.resolve("people.yaml"));
    String[] args = {"lint", folder.toString(), "--output", "json:" + folder + "/found.json"};
    Cli first = Cli.run(args);
    String written = text("found.json");
    Cli second = Cli.run(args);
    assertThat(first.status()).isEqualTo(1);
    assertThat(second).isEqualTo(first);
    assertThat(text("found.json")).isEqualTo(written);
  }

  @Test
  void problemsStandAboveTheLineThatPointsUpToThem() {
    StringWriter screen = new StringWriter();
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            new PrintWriter(new BufferedWriter(screen)),
            new PrintWriter(new BufferedWriter(screen)),
            false);
    Main.run(List.of("lint", "no-such-file"), streams);
    assertThat(screen.toString()).containsSubsequence("no such file or folder", "see above");
  }

  private JsonNode json(String name) throws IOException {
    return Vectors.parse(text(name));
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
