package org.vicilint.rules.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vicilint.cli.PageExamples;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Findings;
import org.vicilint.finding.Severity;
import org.vicilint.model.Estate;
import org.vicilint.profile.Baseline;
import org.vicilint.render.Style;
import org.vicilint.render.findings.LintText;
import org.vicilint.rules.Rule;
import org.vicilint.rules.RulePage;
import org.vicilint.rules.WaiverRule;
import org.vicilint.testkit.Runs;

/**
 * The pages of the rules, and their examples: what stands under <em>Flagged</em> gives exactly the
 * output shown, and what stands under <em>Not flagged</em> gives none, with that rule alone.
 *
 * <p>After a wanted change of an output: {@code mvn test -Dtest=RulePagesTest -Dvicilint.refresh}
 */
class RulePagesTest {
  private static final String ACCOUNTS_AND_LOG =
      "```yaml\\n(.*?)```\\n(?:\\s*```csv\\n(.*?)```\\n)?";
  private static final Pattern YAML = Pattern.compile(ACCOUNTS_AND_LOG, Pattern.DOTALL);
  private static final Pattern PAIR =
      Pattern.compile(ACCOUNTS_AND_LOG + "\\s*```text\\n(.*?)```", Pattern.DOTALL);

  static Stream<Rule> rules() {
    return Checks.all().stream();
  }

  @Test
  void thereIsAPageForEveryRuleAndARuleForEveryPage() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("rules"))) {
      assertThat(pages.map(p -> p.getFileName().toString().replace(".md", "")).sorted())
          .containsExactlyElementsOf(rules().map(Rule::id).toList());
    }
  }

  @Test
  void theRulesAreSorted() {
    assertThat(rules().map(Rule::id)).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void thePageIsWhole(Rule rule) {
    RulePage page = RulePage.load(rule.id());
    assertThat(page.title()).isNotBlank().doesNotEndWith(".");
    assertThat(page.category()).isNotBlank();
    assertThat(page.since()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(page.why()).hasSizeBetween(40, 320).endsWith(".");
    assertThat(page.references()).isNotEmpty();
    assertThat(page.text().lines().filter(line -> line.startsWith("## ")))
        .containsExactly(
            "## What it finds", "## Why it matters", "## Flagged", "## Not flagged", "## Fix");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void nothingIsLeftToWrite(Rule rule) throws IOException {
    String source = "src/main/java/" + rule.getClass().getName().replace('.', '/') + ".java";
    List<String> left = new ArrayList<>();
    String estate = "src/test/resources/corpus/" + rule.id() + ".yaml";
    for (String file : List.of("rules/" + rule.id() + ".md", source, estate)) {
      if (file.equals(estate) && !Files.exists(Path.of(file))) {
        continue; // an estate may have the name of what it shows
      }
      for (String line : Files.readAllLines(Path.of(file))) {
        if (line.contains("WRITE: ")) {
          left.add(file + ": " + line.strip());
        }
      }
    }
    assertThat(left).as("what 'vicilint rules new' leaves to its caller").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatIsFlaggedGivesExactlyTheOutputShown(Rule rule) throws IOException {
    String section = section(rule, "Flagged");
    long examples = YAML.matcher(section).results().count();
    Matcher pairs = PAIR.matcher(section);
    int count = 0;
    String page = Files.readString(Path.of("rules", rule.id() + ".md"));
    while (pairs.find()) {
      String actual = lint(rule, pairs.group(1), pairs.group(2));
      count++;
      if (System.getProperty("vicilint.refresh") != null) {
        page = page.replace(pairs.group(), refreshed(pairs, actual));
      } else {
        assertThat(actual).isEqualTo(pairs.group(3));
      }
      assertThat(actual)
          .as("what %s finds under Flagged of its page", rule.getClass().getSimpleName())
          .isNotBlank();
    }
    assertThat(count).as("every example shows its output").isPositive().isEqualTo((int) examples);
    if (System.getProperty("vicilint.refresh") != null) {
      Files.writeString(Path.of("rules", rule.id() + ".md"), page);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatIsNotFlaggedGivesNoFinding(Rule rule) {
    List<MatchResult> examples = YAML.matcher(section(rule, "Not flagged")).results().toList();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
    for (MatchResult example : examples) {
      assertThat(lint(rule, example.group(1), example.group(2))).as(example.group()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everySeverityOfThePageIsShownByAnExample(Rule rule) {
    RulePage page = RulePage.load(rule.id());
    String flagged = section(rule, "Flagged");
    for (Severity severity :
        Stream.concat(Stream.of(page.severity()), page.variants().values().stream())
            .distinct()
            .toList()) {
      assertThat(flagged).containsPattern("(?m)^  " + severity.word() + " +" + rule.id());
    }
  }

  private static String refreshed(Matcher pair, String actual) {
    return pair.group().substring(0, pair.start(3) - pair.start()) + actual + "```";
  }

  private static String section(Rule rule, String title) {
    String text = RulePage.load(rule.id()).text();
    int start = text.indexOf("## " + title + "\n");
    int end = text.indexOf("\n## ", start);
    return text.substring(start, end) + "\n";
  }

  private static LintResult only(Rule rule, LintResult all) {
    return new LintResult(
        all.estate(),
        all.access(),
        all.accounts(),
        Findings.of(all.findings().stream().filter(f -> f.rule().equals(rule.id())).toList()),
        all.gone(),
        all.pages(),
        all.skipped(),
        all.waiting(),
        all.profile(),
        all.failOn(),
        all.problems(),
        all.notes(),
        all.occasion());
  }

  private static String lint(Rule rule, String accounts, String log) {
    Estate read = PageExamples.estate(accounts, log, Runs.CATALOG);
    // A duplicate cannot be shown without what the reader says of it.
    assertThat(read.problems())
        .as(accounts)
        .hasSize(rule.id().equals("duplicate-account") ? read.duplicates().size() : 0);
    // A rule about waivers needs findings to waive, so the others run too, and are not shown.
    List<? extends Rule> rules = rule instanceof WaiverRule ? Checks.all() : List.of(rule);
    LintResult result = only(rule, Runs.of(read, Runs.profile("default"), rules, Baseline.NONE));
    StringWriter out = new StringWriter();
    new LintText(new PrintWriter(out, true), Style.PLAIN).findings(result);
    return out.toString();
  }
}
