package org.vicilint.render.review;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Requirement;
import org.vicilint.engine.LintResult;
import org.vicilint.engine.RiskScore;
import org.vicilint.engine.RunMetadata;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;
import org.vicilint.model.Change;
import org.vicilint.model.Sha256;
import org.vicilint.model.Waiver;
import org.vicilint.render.Requirements;
import org.vicilint.render.ShellWord;
import org.vicilint.render.review.Templates.Block;

/**
 * The security review: one HTML page that needs nothing from elsewhere, for the manager (its first
 * screen), the engineer and the auditor.
 *
 * <p>A page that is too large for browsers is useless, so a large estate is shown with its worst
 * accounts and findings only, and the page says so; the counts always cover the whole estate.
 */
public final class Review {
  /** The most accounts with a card and a row in the matrix. */
  static final int ACCOUNTS = 1_000;

  /** The most findings that are shown. */
  static final int FINDINGS = 2_000;

  /**
   * About how many bytes findings take at most; with the rest, a page of 1,000 stays below 5 MB.
   */
  private static final int FINDING_BYTES = 1_300_000;

  /** The approximate size limit of all complete cards, in bytes. */
  private static final int CARD_BYTES = 850_000;

  private static final int FIXES = 5;
  private static final int PERCENT = 100;

  private Review() {}

  /** A rule that found something, with its counts. */
  public record RuleRow(
      String rule, String title, String severity, long open, long waived, long known, long users) {}

  /** A piece of work, with its share of the whole risk. */
  public record FixRow(
      String user,
      String account,
      List<Change> changes,
      List<Links.Link> findings,
      int score,
      int percent) {}

  /** A function as the head of a column of the matrix. */
  public record Column(String name, String effect, String api, String needs) {}

  /** Writes the page. */
  public static void write(Writer out, LintResult result, Templates templates) throws IOException {
    Map<String, Object> model = new LinkedHashMap<>();
    String script = templates.plain("review.js");
    String styles = templates.plain("review.css");
    model.put("script", new Block(script));
    model.put("styles", new Block(styles));
    model.put("script_hash", hash(script));
    model.put("styles_hash", hash(styles));
    model.put("result", result);
    model.put("builds", result.access().builds());
    model.put("occasion", result.occasion());
    model.put("command", new Block(command(result.occasion())));
    RiskSurvey survey = RiskSurvey.of(result, ACCOUNTS, FINDINGS, FIXES);
    summary(model, result, survey);
    details(model, result, survey);
    StringWriter page = new StringWriter(); // a fault in a template must not leave half a page
    templates.process("review.ftlh", model, page);
    out.write(page.toString());
    out.flush();
  }

  private static void summary(Map<String, Object> model, LintResult result, RiskSurvey survey) {
    Map<String, Long> counts = new LinkedHashMap<>();
    result.counts().forEach((severity, count) -> counts.put(severity.word(), count));
    model.put("counts", counts);
    model.put("open", result.count(Status.OPEN));
    model.put("waived", result.count(Status.WAIVED));
    model.put("baselined", result.count(Status.BASELINED));
    model.put("score", survey.score());
    Map<String, Integer> weights = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      weights.put(severity.word(), RiskScore.weight(severity));
    }
    model.put("weights", weights);
    model.put("kinds", survey.kinds());
    model.put("picture", survey.picture().drawn());
    model.put("rules", rules(result));
    model.put("rules_run", result.pages().values());
    model.put("coverage", coverage(result.access().catalog()));
  }

  private static void details(Map<String, Object> model, LintResult result, RiskSurvey survey) {
    Map<String, String> ids = new HashMap<>();
    survey.accounts().forEach(a -> ids.put(a.user(), ReviewAccount.id(a.user())));
    List<ReviewFinding> findings = findings(result, survey, ids);
    Links links = new Links(findings);
    ReviewReach reach = new ReviewReach(result, survey.accounts());
    List<ReviewAccount> accounts = accounts(result, survey, links, reach);
    model.put("reach", reach.section(ids));
    long all = result.findings().tally().total();
    model.put("accounts", accounts);
    model.put("accounts_left", result.accounts().size() - accounts.size());
    model.put("findings", findings);
    model.put("findings_all", all);
    model.put("findings_left", all - findings.size());
    model.put("fixes", fixes(survey, ids, links));
    model.put("columns", columns(result));
    List<Waiver> waivers = new ArrayList<>(result.estate().waivers());
    waivers.addAll(result.profile().waivers());
    model.put("waivers", waivers);
    model.put("origins", result.profile().origins());
  }

  /** Returns the worst findings, as many as fit on a page. */
  private static List<ReviewFinding> findings(
      LintResult result, RiskSurvey survey, Map<String, String> accounts) {
    List<ReviewFinding> shown = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    int bytes = 0;
    for (RiskSurvey.Seen each : survey.findings()) {
      Finding finding = each.finding();
      int before = seen.merge(finding.fingerprint(), 1, Integer::sum);
      ReviewFinding next =
          ReviewFinding.of(
              before == 1 ? finding.fingerprint() : finding.fingerprint() + "-" + before,
              finding,
              each.audited(),
              result.pages().get(finding.rule()),
              accounts.get(finding.user()));
      bytes += next.size();
      if (bytes > FINDING_BYTES) {
        break;
      }
      shown.add(next);
    }
    return shown;
  }

  /** Returns a card for each account; the first ones are complete, up to the size limit. */
  private static List<ReviewAccount> accounts(
      LintResult result, RiskSurvey survey, Links links, ReviewReach reach) {
    List<ReviewAccount> cards = new ArrayList<>();
    int bytes = 0;
    for (RatedAccount rated : survey.accounts()) {
      ReviewAccount card =
          ReviewAccount.of(rated, links, result.access(), reach.card(rated.user()));
      bytes += card.size();
      cards.add(bytes > CARD_BYTES ? card.brief() : card);
    }
    return cards;
  }

  private static List<FixRow> fixes(RiskSurvey survey, Map<String, String> accounts, Links links) {
    return survey.fixes().stream()
        .map(
            fix ->
                new FixRow(
                    fix.user(),
                    accounts.get(fix.user()),
                    fix.changes(),
                    links.of(fix.findings()),
                    fix.score(),
                    Math.round(PERCENT * (float) fix.score() / survey.score())))
        .toList();
  }

  private static List<RuleRow> rules(LintResult result) {
    List<RuleRow> rows = new ArrayList<>();
    result
        .findings()
        .tally()
        .byRule()
        .forEach(
            (rule, counts) ->
                rows.add(
                    new RuleRow(
                        rule,
                        result.pages().get(rule).title(),
                        counts.worst().word(),
                        counts.count(Status.OPEN),
                        counts.count(Status.WAIVED),
                        counts.count(Status.BASELINED),
                        counts.users())));
    rows.sort(
        Comparator.comparing((RuleRow row) -> Severity.of(row.severity()).orElseThrow())
            .thenComparing(RuleRow::rule));
    return rows;
  }

  private static List<Column> columns(LintResult result) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < result.access().functions().size(); i++) {
      Function function = result.access().functions().get(i);
      Requirement required = result.access().requirement(i);
      columns.add(
          new Column(
              function.name(),
              function.effect().word(),
              function.api().title(),
              Requirements.needs(required, "no level or flag")));
    }
    return columns;
  }

  private static String coverage(Catalog catalog) {
    return Arrays.stream(Api.values())
        .map(api -> catalog.api(api))
        .map(
            api ->
                "%d builds of the %s, %s to %s"
                    .formatted(api.builds().size(), api.api().title(), api.oldest(), api.newest()))
        .collect(Collectors.joining(", and "));
  }

  private static String command(RunMetadata occasion) {
    List<String> words = new ArrayList<>(List.of("vicilint", "report"));
    occasion.sources().forEach(source -> words.add(ShellWord.of(source)));
    occasion.options().forEach(option -> words.add(ShellWord.of(option)));
    words.addAll(List.of("--output", "review.html"));
    return String.join(" ", words);
  }

  private static String hash(String text) {
    return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text));
  }
}
