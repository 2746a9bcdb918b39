package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.FullRun;
import org.vicilint.testkit.Schemas;
import org.vicilint.testkit.Vectors;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** All formats of findings, in one run and alone: none disagrees with another. */
class LintFormatsTest {
  private static final String EXAMPLE = "examples/callcenter";

  @TempDir private Path folder;

  @Test
  void severalOutputsOfOneRunHoldTheSameFindings() throws Exception {
    String dir = folder + "/";
    Cli run =
        FullRun.of(
            folder,
            dir + "a.sarif",
            dir + "a.html",
            "gitlab:" + dir + "quality.json",
            "github:" + dir + "commands",
            dir + "a.json",
            dir + "a.csv",
            dir + "a.xml",
            dir + "a.md",
            "-:text");
    JsonNode json = json("a.json");
    Map<String, String> expected = new TreeMap<>();
    json.get("findings")
        .forEach(f -> expected.put(f.get("fingerprint").asText(), f.get("status").asText()));
    Map<String, Integer> counts = new TreeMap<>();
    json.get("findings").forEach(f -> counts.merge(f.get("status").asText(), 1, Integer::sum));
    int open = counts.get("open");
    int problems = json.get("problems").size();

    assertThat(run.status()).isEqualTo(3);
    assertThat(counts).containsOnlyKeys("open", "waived", "baselined");
    assertThat(expected).hasSize(json.get("findings").size());
    assertThat(problems).isPositive();
    assertThat(json.get("notes")).isNotEmpty();
    assertThat(json.get("gone")).isNotEmpty();
    assertThat(json.at("/counts/waived").asInt()).isEqualTo(counts.get("waived"));
    assertThat(json.at("/counts/baselined").asInt()).isEqualTo(counts.get("baselined"));
    assertThat(Schemas.LINT.errors(json)).isEmpty();

    assertThat(Schemas.SARIF.errors(json("a.sarif"))).isEmpty();
    assertThat(statusesOfSarif(json("a.sarif").at("/runs/0"))).isEqualTo(expected);
    assertThat(notifications(json("a.sarif"), "error")).isEqualTo(problems);
    assertThat(notifications(json("a.sarif"), "note")).isEqualTo(json.get("notes").size());
    assertThat(statusesOfJunit(text("a.xml"))).isEqualTo(expected);
    assertThat(matches("<error ", text("a.xml"))).isEqualTo(problems);
    assertThat(statusesOfCsv(text("a.csv"))).isEqualTo(expected);

    Set<String> openOnes = new TreeSet<>(expected.keySet());
    openOnes.removeIf(fingerprint -> !expected.get(fingerprint).equals("open"));
    Set<String> gitlab = new TreeSet<>();
    JsonNode quality = json("quality.json");
    quality.forEach(issue -> gitlab.add(issue.get("fingerprint").asText()));
    assertThat(gitlab).containsAll(openOnes).hasSize(open + problems);
    assertThat(quality.findValuesAsText("check_name"))
        .filteredOn("incomplete"::equals)
        .hasSize(problems);

    String commands = text("commands");
    assertThat(commands.lines()).hasSize(expected.size() + problems + 1);
    assertThat(matches("%0Awaived", commands)).isEqualTo(counts.get("waived"));
    assertThat(matches("%0Abaselined", commands)).isEqualTo(counts.get("baselined"));
    assertThat(matches("title=vicilint%3A incomplete::", commands)).isEqualTo(problems);
    String summary =
        "%d waived, %d baselined, %d problem"
            .formatted(counts.get("waived"), counts.get("baselined"), problems);
    assertThat(commands).contains(open + " findings (").contains(summary);
    assertThat(text("a.md")).contains(open + " findings (").contains(summary);
    assertThat(matches("\n\\| (critical|high|medium|low|info)", text("a.md"))).isEqualTo(open);
    assertThat(text("a.html")).contains(expected.keySet());
    assertThat(matches("(?m)^            at ", run.out())).isEqualTo(expected.size());
    for (String status : List.of("waived", "baselined")) {
      assertThat(matches("(?m)^  (critical|high|medium|low|info) .*  " + status + "$", run.out()))
          .isEqualTo(counts.get(status));
    }
  }

  private static Map<String, String> statusesOfSarif(JsonNode run) {
    Map<String, String> statuses = new TreeMap<>();
    for (JsonNode result : run.get("results")) {
      boolean known = result.path("baselineState").asText().equals("unchanged");
      String status = result.has("suppressions") ? "waived" : known ? "baselined" : "open";
      statuses.put(result.at("/partialFingerprints/vicilint~1v1").asText(), status);
    }
    return statuses;
  }

  private static int notifications(JsonNode sarif, String level) {
    int count = 0;
    for (JsonNode each : sarif.at("/runs/0/invocations/0/toolExecutionNotifications")) {
      count += each.get("level").asText().equals(level) ? 1 : 0;
    }
    return count;
  }

  /** Each finding has three properties, and a case that is skipped has none that counts. */
  private static Map<String, String> statusesOfJunit(String text) throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    NodeList properties = root.getElementsByTagName("property");
    Map<String, String> statuses = new TreeMap<>();
    for (int i = 0; i < properties.getLength(); i += 3) {
      Element fingerprint = (Element) properties.item(i);
      Element status = (Element) properties.item(i + 2);
      Element testcase = (Element) fingerprint.getParentNode().getParentNode();
      statuses.put(fingerprint.getAttribute("value"), status.getAttribute("value"));
      if (testcase.getElementsByTagName("skipped").getLength() > 0) {
        assertThat(status.getAttribute("value")).isIn("waived", "baselined");
      }
    }
    return statuses;
  }

  private static Map<String, String> statusesOfCsv(String text) {
    Map<String, String> statuses = new TreeMap<>();
    for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(text)) {
      statuses.put(row.getField("fingerprint"), row.getField("status"));
    }
    return statuses;
  }

  private static int matches(String regex, String text) {
    return (int) Pattern.compile(regex).matcher(text).results().count();
  }

  @ParameterizedTest
  @EnumSource(LintFormat.class)
  void theStatusOfARunIsTheSameInEveryFormat(LintFormat format) throws IOException {
    assertThat(FullRun.of(folder, format.word() + ":" + folder + "/out").status()).isEqualTo(3);
    String clean = "src/test/resources/corpus/healthy-lead-loader.yaml";
    assertThat(Cli.run("lint", clean, "--format", format.word()).status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sairf:x", "SARIF:x", "jsno:out/x.json", "-:txet", "findings:x"})
  void aMisspeltFormatIsNoFile(String output) {
    Cli run = Cli.run("lint", EXAMPLE, "--output", output);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("--output does not know the format '", "it takes text, json,", "./" + output);
    assertThat(run.err().contains("did you mean")).isEqualTo(!output.startsWith("findings"));
    assertThat(Path.of(output)).doesNotExist();
  }

  @Test
  void aFileMayBeNamedLikeAMisspeltFormat() {
    Path file = folder.resolve("sairf:x");
    assertThat(Cli.run("lint", EXAMPLE, "--output", file.toString()).status()).isEqualTo(1);
    assertThat(file).content().contains("accounts checked");
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
