package org.vicilint.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.diagnosis.LoggedAnswers;
import org.vicilint.engine.LintResult;
import org.vicilint.engine.RunMetadata;
import org.vicilint.input.EstateReader;
import org.vicilint.input.table.Secrets;
import org.vicilint.lint.Audit;
import org.vicilint.lint.AuditResult;
import org.vicilint.log.LogReading;
import org.vicilint.model.Estate;
import org.vicilint.model.Problem;
import org.vicilint.profile.Baseline;
import org.vicilint.profile.Profile;
import org.vicilint.render.Problems;
import org.vicilint.render.Style;
import org.vicilint.render.findings.LintText;
import org.vicilint.rules.AccountRule;
import org.vicilint.rules.RulePage;
import org.vicilint.source.Limits;

/**
 * Runs the examples of a rule's page with that rule alone: the accounts under <em>Flagged</em>
 * yield exactly the output that is shown behind them, those under <em>Not flagged</em> yield none.
 * Behind the accounts may stand rows of the API's log, as CSV.
 */
public final class PageExamples {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "```yaml\\n(.*?)```\\n(?:\\s*```csv\\n(.*?)```\\n)?(?:\\s*```text\\n(.*?)```)?",
          Pattern.DOTALL);

  private static final String FLAGGED = "Flagged";
  private static final String NOT_FLAGGED = "Not flagged";

  private final Catalog catalog;
  private final Profile profile;
  private final LocalDate today;

  /**
   * Result of an example.
   *
   * @param rule the rule's id
   * @param example which one, as {@code Flagged 2}; the section alone when it has none
   * @param good whether it is as the page says
   * @param message what is otherwise, in several lines; empty when nothing is
   */
  public record Outcome(String rule, String example, boolean good, String message) {}

  /**
   * @param profile what decides the kind of accounts; its severities would show in the outputs
   * @param today the day of the examples; one that never changes keeps those with dates true
   */
  public PageExamples(Catalog catalog, Profile profile, LocalDate today) {
    this.catalog = catalog;
    this.profile = profile;
    this.today = today;
  }

  /**
   * Runs all examples of a page, in their order.
   *
   * @param problems takes what goes wrong while the rule runs: the list that it was loaded with
   */
  public List<Outcome> run(AccountRule rule, RulePage page, List<Problem> problems) {
    List<Outcome> outcomes = new ArrayList<>();
    for (String section : List.of(FLAGGED, NOT_FLAGGED)) {
      int before = outcomes.size();
      Matcher examples = EXAMPLE.matcher(section(page.text(), section));
      while (examples.find()) {
        String name = section + " " + (outcomes.size() - before + 1);
        String wanted = section.equals(FLAGGED) ? examples.group(3) : "";
        String message =
            wanted == null
                ? "shows no output: put it behind the accounts, in a fence ```text\n"
                : compare(rule, page, examples, wanted, problems);
        outcomes.add(new Outcome(rule.id(), name, message.isEmpty(), message));
      }
      if (outcomes.size() == before) {
        outcomes.add(new Outcome(rule.id(), section, false, "has no example\n"));
      }
    }
    return outcomes;
  }

  /**
   * The estate of an example.
   *
   * @param accounts its definitions
   * @param log rows of the API's log, separated by commas; null when it has none
   */
  public static Estate estate(String accounts, String log, Catalog catalog) {
    SortedMap<String, String> texts = new TreeMap<>(Map.of("accounts.yaml", accounts));
    if (log != null) {
      texts.put("log.csv", log);
    }
    LogReading logs =
        log == null ? LogReading.PLAIN : new LogReading(null, null, new LoggedAnswers(catalog)::of);
    return new EstateReader(null, Limits.DEFAULT, new Secrets(), logs, null).read(texts);
  }

  private String compare(
      AccountRule rule, RulePage page, Matcher example, String wanted, List<Problem> problems) {
    Estate estate = estate(example.group(1), example.group(2), catalog);
    // Of an account that is there twice, the reader has to say so.
    if (estate.problems().size() > estate.duplicates().size()) {
      return "cannot be read:\n" + printed(estate.problems());
    }
    int before = problems.size();
    String actual = findings(rule, page, estate);
    List<Problem> failures = List.copyOf(problems.subList(before, problems.size()));
    return failures.isEmpty()
        ? difference(wanted, actual)
        : "cannot be evaluated:\n" + printed(failures);
  }

  /** The findings of a rule alone, as they are printed. */
  private String findings(AccountRule rule, RulePage page, Estate estate) {
    AccessEvaluator access =
        new AccessEvaluator(
            catalog,
            Builds.choose(catalog, profile.build(), profile.agentBuild()),
            estate.groups(),
            null);
    Map<String, RulePage> pages = Map.of(rule.id(), page);
    AuditResult result =
        new Audit(List.of(rule), pages, profile, today).run(estate, access, Baseline.NONE);
    LintResult shown =
        new LintResult(
            estate,
            access,
            result.accounts(),
            result.findings(),
            List.of(),
            pages,
            List.of(),
            List.of(),
            profile,
            null,
            List.of(),
            List.of(),
            RunMetadata.NONE);
    StringWriter out = new StringWriter();
    new LintText(new PrintWriter(out), Style.PLAIN).findings(shown);
    return out.toString();
  }

  /** The lines between what both have at their beginning and at their end. */
  private static String difference(String wanted, String actual) {
    if (wanted.equals(actual)) {
      return "";
    }
    List<String> a = wanted.lines().toList();
    List<String> b = actual.lines().toList();
    int shorter = Math.min(a.size(), b.size());
    int start = 0;
    while (start < shorter && a.get(start).equals(b.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
      end++;
    }
    StringBuilder text = new StringBuilder();
    a.subList(start, a.size() - end).forEach(line -> text.append("- ").append(line).append('\n'));
    b.subList(start, b.size() - end).forEach(line -> text.append("+ ").append(line).append('\n'));
    return text.isEmpty() ? "the last lines end otherwise\n" : text.toString();
  }

  private static String printed(List<Problem> problems) {
    StringWriter out = new StringWriter();
    Problems.print(new PrintWriter(out), Style.PLAIN, problems);
    return out.toString();
  }

  private static String section(String text, String title) {
    int start = text.indexOf("## " + title + "\n");
    int end = text.indexOf("\n## ", Math.max(0, start));
    return start < 0 ? "" : text.substring(start, end < 0 ? text.length() : end) + "\n";
  }
}
