package org.vicilint.render.findings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Evidence;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Findings;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;
import org.vicilint.model.Change;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.profile.Baseline;
import org.vicilint.render.SourceUri;
import org.vicilint.rules.RulePage;
import org.vicilint.testkit.LintResults;
import org.vicilint.testkit.Runs;
import org.vicilint.testkit.Schemas;

final class LintSarifTest {
  /** Whatever a name could try in a log, a page, a link or a file. */
  static final String HOSTILE =
      "a]]><b>&\"'\u0000\u0007\u001b[31m\r\n\u202e\u2028\ud800\uffff\ud83d\ude00"
          + "</script>[x](http://e.example)\\{0}=1+1::error::x";

  private static final List<String> RULES =
      List.of("not-api-only", "all-functions-grant", "no-owner");

  static Finding finding(String rule, Severity severity, String user, SourceLocation place) {
    return Finding.of(
        rule,
        severity,
        Confidence.CERTAIN,
        user,
        place,
        "The account is odd.",
        List.of(
            new Evidence("user_level", user, place),
            new Evidence("api_only_user", "0", new SourceLocation(place.source(), 7, 3))),
        List.of(new Change("user_level", "9", "1"), new Change("active", "Y", "(Y or N)")));
  }

  static LintResult result(List<Finding> findings, List<Problem> problems, Severity failOn) {
    return result(findings, problems, failOn, List.of());
  }

  private static LintResult result(
      List<Finding> findings, List<Problem> problems, Severity failOn, List<Baseline.Entry> gone) {
    Estate estate = Estate.of(List.of(), new Groups(List.of()));
    Map<String, RulePage> pages = new TreeMap<>();
    RULES.forEach(rule -> pages.put(rule, RulePage.load(rule)));
    return new LintResult(
        estate,
        Runs.access(estate),
        List.of(),
        Findings.of(findings),
        gone,
        pages,
        List.of("stale-account"),
        List.of(),
        Runs.profile("default"),
        failOn,
        problems,
        List.of("The build is a guess."),
        Runs.OCCASION);
  }

  /** One of everything. */
  static LintResult mixed() {
    SourceLocation place = new SourceLocation("./a b/\u00fcsers #1.csv", 4, 2);
    return result(
        List.of(
            finding("no-owner", Severity.INFO, "amy", SourceLocation.of("-")),
            finding("not-api-only", Severity.MEDIUM, HOSTILE, place),
            finding("not-api-only", Severity.LOW, "bob", new SourceLocation("b.yaml", 9, 0)),
            finding("all-functions-grant", Severity.CRITICAL, "crm", place),
            finding("no-owner", Severity.HIGH, "dan", place).with(Status.WAIVED, HOSTILE),
            finding("no-owner", Severity.HIGH, "eve", place).with(Status.BASELINED, "known")),
        List.of(
            new Problem(new SourceLocation("b.yaml", 3, 1), "is broken", "mend it"),
            new Problem(SourceLocation.of(HOSTILE), HOSTILE, HOSTILE)),
        Severity.MEDIUM);
  }

  static String written(LintResult result) throws IOException {
    StringWriter out = new StringWriter();
    LintSarif.write(out, result);
    return out.toString();
  }

  private static JsonNode run(String text) throws IOException {
    return new ObjectMapper().readTree(text).at("/runs/0");
  }

  /** The texts at a pointer of each element. */
  static List<String> texts(JsonNode array, String pointer) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(each -> each.at(pointer).asText())
        .toList();
  }

  private static List<String> fields(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void isOneRunOfTheVersion() throws IOException {
    String text = written(mixed());
    JsonNode log = new ObjectMapper().readTree(text);

    assertThat(text).isASCII().endsWith("}\n").isEqualTo(written(mixed()));
    assertThat(fields(log)).containsExactly("$schema", "version", "runs");
    assertThat(log.path("$schema").asText()).endsWith("/sarif-schema-2.1.0.json");
    assertThat(log.path("version").asText()).isEqualTo("2.1.0");
    assertThat(log.path("runs")).hasSize(1);
    assertThat(fields(log.at("/runs/0")))
        .containsExactly("tool", "columnKind", "results", "invocations");
    assertThat(log.at("/runs/0/tool/driver/name").asText()).isEqualTo("vicilint");
    assertThat(log.at("/runs/0/tool/driver/version").asText()).isEqualTo("test");
  }

  @Test
  void describesTheRulesFromTheirPages() throws IOException {
    JsonNode rules = run(written(mixed())).at("/tool/driver/rules");
    RulePage page = RulePage.load("all-functions-grant");
    JsonNode rule = rules.path(0);

    assertThat(texts(rules, "/id"))
        .containsExactly("all-functions-grant", "no-owner", "not-api-only");
    assertThat(fields(rule))
        .containsExactly(
            "id",
            "name",
            "shortDescription",
            "fullDescription",
            "helpUri",
            "help",
            "defaultConfiguration",
            "properties");
    assertThat(rule.at("/shortDescription/text").asText()).isEqualTo(page.title());
    assertThat(rule.at("/fullDescription/text").asText()).isEqualTo(page.why());
    assertThat(rule.path("helpUri").asText()).isEqualTo(page.url().orElseThrow());
    assertThat(rule.at("/help/text").asText())
        .contains("## What it finds", "## Why it matters", "## Fix")
        .doesNotContain("## Flagged", "## Not flagged", "```");
    assertThat(rule.at("/help/markdown").asText()).isEqualTo(page.text());
    assertThat(rule.at("/defaultConfiguration/level").asText()).isEqualTo("error");
    assertThat(rule.at("/properties/category").asText()).isEqualTo(page.category());
    assertThat(rule.at("/properties/security-severity").isTextual()).isTrue();
    assertThat(rule.at("/properties/security-severity").asText()).isEqualTo("8.0");
    assertThat(rule.at("/properties/precision").asText()).isEqualTo("high");
    assertThat(texts(rule.at("/properties/tags"), ""))
        .startsWith("security", page.category())
        .contains("external/cwe/cwe-250", "external/cwe/cwe-1188")
        .hasSizeLessThanOrEqualTo(20)
        .doesNotHaveDuplicates();
  }

  @Test
  void onlyRulesThatFoundSomethingCarryTheirPage() throws IOException {
    Finding one = finding("no-owner", Severity.LOW, "a", SourceLocation.of("f"));
    JsonNode rules = run(written(result(List.of(one), List.of(), null))).at("/tool/driver/rules");

    assertThat(texts(rules, "/help/text")).hasSize(3).doesNotContain("");
    assertThat(rules.path(0).at("/help").has("markdown")).isFalse();
    assertThat(rules.path(1).at("/help").has("markdown")).isTrue();
    assertThat(rules.path(0).at("/help/text")).isEqualTo(rules.path(0).at("/fullDescription/text"));
  }

  @Test
  void isWhatTheOfficialSchemaAsksFor() throws IOException {
    List<Finding> one = List.of(finding("no-owner", Severity.LOW, HOSTILE, SourceLocation.of("-")));
    StringWriter cut = new StringWriter();
    LintSarif.write(cut, mixed(), source -> List.of(), 2, Long.MAX_VALUE);

    assertThat(Schemas.SARIF.errors(written(mixed()))).isEmpty();
    assertThat(Schemas.SARIF.errors(written(result(one, List.of(), null)))).isEmpty();
    assertThat(Schemas.SARIF.errors(written(result(List.of(), List.of(), null)))).isEmpty();
    assertThat(Schemas.SARIF.errors(written(LintResults.run()))).isEmpty();
    assertThat(Schemas.SARIF.errors(cut.toString())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ruleIndex, ruleindex",
    "unchanged, known",
    "external, outside",
    "startLine, line",
    "physicalLocation, place",
    "2.1.0, 2.1",
  })
  void theOfficialSchemaRefusesWhatIsNotSarif(String good, String bad) throws IOException {
    String text = written(mixed());

    assertThat(text).contains('"' + good + '"');
    assertThat(Schemas.SARIF.errors(text.replace('"' + good + '"', '"' + bad + '"'))).isNotEmpty();
  }

  @Test
  void everyRuleFitsTheLimitsOfGitHub() throws IOException {
    LintResult result =
        Runs.all(Estate.of(List.of(), new Groups(List.of())), Runs.profile("strict"));
    for (JsonNode rule : run(written(result)).at("/tool/driver/rules")) {
      assertThat(rule.at("/id").asText()).hasSizeLessThanOrEqualTo(255);
      assertThat(rule.at("/shortDescription/text").asText()).isNotEmpty();
      assertThat(rule.at("/shortDescription/text").asText()).hasSizeLessThanOrEqualTo(1024);
      assertThat(rule.at("/fullDescription/text").asText()).isNotEmpty();
      assertThat(rule.at("/fullDescription/text").asText()).hasSizeLessThanOrEqualTo(1024);
    }
  }

  @Test
  void writesTheWorstThatCountFirst() throws IOException {
    JsonNode run = run(written(mixed()));
    JsonNode results = run.path("results");

    assertThat(texts(results, "/properties/severity"))
        .containsExactly("critical", "medium", "low", "info", "high", "high");
    assertThat(texts(results, "/level"))
        .containsExactly("error", "warning", "note", "note", "error", "error");
    for (JsonNode result : results) {
      assertThat(run.at("/tool/driver/rules").path(result.path("ruleIndex").asInt()).path("id"))
          .isEqualTo(result.path("ruleId"));
    }
  }

  @Test
  void hasTheFingerprintsOfTheOtherFormats() throws IOException {
    StringWriter json = new StringWriter();
    LintJson.write(json, mixed());

    assertThat(texts(run(written(mixed())).path("results"), "/partialFingerprints/vicilint~1v1"))
        .containsExactlyInAnyOrderElementsOf(
            texts(new ObjectMapper().readTree(json.toString()).path("findings"), "/fingerprint"));
  }

  @Test
  void saysWhereAndWhatToChange() throws IOException {
    JsonNode results = run(written(mixed())).path("results");
    JsonNode worst = results.path(0);

    assertThat(worst.at("/message/text").asText())
        .isEqualTo(
            "crm: The account is odd. Fix: user_level: 9 \u2192 1; active: Y \u2192 (Y or N)");
    assertThat(worst.at("/locations")).hasSize(1);
    assertThat(worst.at("/locations/0/physicalLocation").toString())
        .isEqualTo(
            "{\"artifactLocation\":{\"uri\":\"a%20b/%C3%BCsers%20%231.csv\"},"
                + "\"region\":{\"startLine\":4,\"startColumn\":2}}");
    assertThat(worst.at("/relatedLocations")).hasSize(1);
    assertThat(worst.at("/relatedLocations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(7);
    assertThat(worst.at("/relatedLocations/0/message/text").asText()).isEqualTo("api_only_user: 0");
    assertThat(worst.has("fixes")).isFalse();
    assertThat(results.at("/2/locations/0/physicalLocation/region").toString())
        .isEqualTo("{\"startLine\":9}");
    assertThat(results.at("/3/locations/0/physicalLocation").toString())
        .isEqualTo("{\"artifactLocation\":{\"uri\":\"stdin\"}}");
  }

  @Test
  void hostileNamesStayText() throws IOException {
    JsonNode result = run(written(mixed())).at("/results/1");

    assertThat(result.at("/properties/user").asText()).isEqualTo(HOSTILE);
    assertThat(result.at("/message/text").asText())
        .startsWith("a]]><b>")
        .doesNotContain("\u202e", "\u001b", "\n", "x](")
        .contains("[x\\](http://e.example)");
  }

  @Test
  void saysWhatIsWaivedAndKnown() throws IOException {
    JsonNode results = run(written(mixed())).path("results");

    assertThat(results.at("/4/suppressions")).hasSize(1);
    assertThat(results.at("/4/suppressions/0/kind").asText()).isEqualTo("external");
    assertThat(results.at("/4/suppressions/0/justification").asText()).startsWith("a]]><b>");
    assertThat(results.findValues("suppressions")).hasSize(1);
    assertThat(texts(results, "/baselineState"))
        .containsExactly("new", "new", "new", "new", "new", "unchanged");
  }

  @Test
  void comparesOnlyWithABaseline() throws IOException {
    List<Finding> one = List.of(finding("no-owner", Severity.LOW, "a", SourceLocation.of("f")));
    Baseline.Entry gone = new Baseline.Entry("0", "no-owner", "b", null);

    assertThat(run(written(result(one, List.of(), null))).findValues("baselineState")).isEmpty();
    assertThat(
            run(written(result(one, List.of(), null, List.of(gone)))).findValues("baselineState"))
        .hasSize(1);
  }

  @Test
  void problemsAreNotifications() throws IOException {
    JsonNode invocations = run(written(mixed())).path("invocations");
    JsonNode notes = invocations.at("/0/toolExecutionNotifications");

    assertThat(invocations).hasSize(1);
    assertThat(invocations.at("/0/executionSuccessful").asBoolean(true)).isFalse();
    assertThat(texts(notes, "/level")).containsExactly("error", "error", "note");
    assertThat(texts(notes, "/message/text"))
        .startsWith("is broken. Hint: mend it")
        .endsWith("The build is a guess.");
    assertThat(notes.at("/0/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("b.yaml");
    assertThat(
            run(written(result(List.of(), List.of(), null)))
                .at("/invocations/0/executionSuccessful")
                .asBoolean())
        .isTrue();
  }

  @Test
  void neverLeavesOutSilently() throws IOException {
    StringWriter out = new StringWriter();
    LintSarif.write(out, mixed(), source -> List.of(), 2, Long.MAX_VALUE);
    JsonNode run = run(out.toString());

    assertThat(texts(run.path("results"), "/properties/severity"))
        .containsExactly("critical", "medium");
    assertThat(texts(run.at("/invocations/0/toolExecutionNotifications"), "/message/text"))
        .filteredOn(text -> text.startsWith("4 of 6 findings are left out"))
        .hasSize(1);
  }

  @Test
  void staysBelowTheSizeThatGitHubAccepts() throws IOException {
    Random random = new Random(7);
    List<Finding> many =
        IntStream.range(0, 2000)
            .mapToObj(
                i ->
                    finding(
                        "no-owner",
                        Severity.LOW,
                        "u" + random.nextLong(),
                        new SourceLocation("f", i, 1)))
            .toList();
    StringWriter out = new StringWriter();
    LintSarif.write(out, result(many, List.of(), null), source -> List.of(), 25_000, 60_000);
    JsonNode run = run(out.toString());

    int written = run.path("results").size();
    assertThat(written).isBetween(100, 1900);
    assertThat(texts(run.at("/invocations/0/toolExecutionNotifications"), "/message/text"))
        .filteredOn(text -> text.startsWith(2000 - written + " of 2000 findings are left out"))
        .hasSize(1);
  }

  @Test
  void keepsTwentyFiveThousand() throws IOException {
    List<Finding> many =
        IntStream.range(0, 25_001)
            .mapToObj(
                i -> finding("no-owner", Severity.LOW, "u" + i, new SourceLocation("f", i + 1, 1)))
            .toList();
    JsonNode run = run(written(result(many, List.of(), null)));

    assertThat(run.path("results")).hasSize(25_000);
    assertThat(texts(run.at("/invocations/0/toolExecutionNotifications"), "/message/text"))
        .hasSize(3)
        .anyMatch(text -> text.startsWith("1 of 25001 findings are left out"))
        .anyMatch(text -> text.startsWith("GitHub shows the first 5000 of these 25000"));
  }

  @ParameterizedTest
  @CsvSource({
    "-, /, stdin",
    "a/b.csv, /, a/b.csv",
    "././/a.csv, /, a.csv",
    "../a.csv, /, ../a.csv",
    "C:\\a b\\c.csv, \\, file:///C:/a%20b/c.csv",
    "\\\\host\\c.csv, \\, file://host/c.csv",
    "a\\b.csv, \\, a/b.csv",
    "a\\b.csv, /, a%5Cb.csv",
    "http://x?y#z%, /, http%3A//x%3Fy%23z%25",
    "/tmp/a.csv, /, file:///tmp/a.csv",
    "//tmp/a.csv, /, file:///tmp/a.csv",
  })
  void namesSourcesAsUris(String source, char separator, String uri) {
    assertThat(SourceUri.of(source, separator)).isEqualTo(uri);
  }
}
