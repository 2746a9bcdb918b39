package org.vicilint.cli;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.engine.Recommendation;
import org.vicilint.engine.RuleBook;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.input.EstateReader;
import org.vicilint.input.InputFormat;
import org.vicilint.lint.Audit;
import org.vicilint.model.Account;
import org.vicilint.model.Estate;
import org.vicilint.model.Groups;
import org.vicilint.model.Problem;
import org.vicilint.model.Usage;
import org.vicilint.profile.Profile;
import org.vicilint.source.Limits;

/**
 * Findings that lint will report for definitions that are only proposed. A need may itself be a
 * finding, and the next run should not be the first to report it.
 */
final class Forecast {
  private final Audit audit;
  private final Severity least;
  private final Estate estate;
  private final List<AccessEvaluator> builds;

  private Forecast(Audit audit, Severity least, Estate estate, List<AccessEvaluator> builds) {
    this.audit = audit;
    this.least = least;
    this.estate = estate;
    this.builds = builds;
  }

  /**
   * Prepares the rules of the profile.
   *
   * @param estate the accounts among which the definitions will be
   * @param builds those that the definitions are for
   * @param problems takes what is wrong with the rules of the profile's own
   */
  static Forecast of(
      CommandLine line,
      Profile profile,
      Estate estate,
      List<AccessEvaluator> builds,
      List<Problem> problems)
      throws UsageException {
    RuleBook book = RuleBook.of(profile, builds.get(0)::catalog, problems);
    // A log is about the past, and not about a definition.
    List<Problem> told = new ArrayList<>();
    Rules rules = Rules.choose(line, profile, book, told).with(Usage.UNKNOWN, profile, told);
    return new Forecast(
        new Audit(rules.run(), rules.pages(), profile, LintRun.today(line)),
        profile.failOn() == null ? Severity.MEDIUM : profile.failOn(),
        Rules.withoutEndless(estate.withoutLog(), profile),
        builds);
  }

  /**
   * Returns the findings that will fail a run on one of the builds.
   *
   * @param definitions texts with an account each; all of them are taken to be in use
   * @return the findings of each, in the same order
   */
  List<List<Finding>> of(List<String> definitions) {
    List<Account> proposed = definitions.stream().map(Forecast::read).toList();
    Map<String, Account> fresh = new LinkedHashMap<>();
    proposed.forEach(account -> fresh.put(Groups.key(account.user()), account));
    List<Account> accounts = new ArrayList<>();
    for (Account each : estate.accounts()) {
      Account instead = fresh.remove(Groups.key(each.user()));
      accounts.add(instead == null ? each : instead);
    }
    accounts.addAll(fresh.values());
    Estate after = estate.withAccounts(accounts);
    List<Map<String, Finding>> byRule = new ArrayList<>();
    proposed.forEach(account -> byRule.add(new LinkedHashMap<>()));
    for (AccessEvaluator access : builds) {
      List<List<Finding>> found = audit.of(proposed, after, access);
      for (int i = 0; i < found.size(); i++) {
        for (Finding finding : found.get(i)) {
          if (finding.open() && finding.severity().atLeast(least)) {
            byRule.get(i).putIfAbsent(finding.rule(), finding);
          }
        }
      }
    }
    return byRule.stream().map(each -> List.copyOf(each.values())).toList();
  }

  /** Recommendations with what will fail a run, where a definition of them can be written. */
  List<Recommendation> on(List<Recommendation> results) {
    List<Recommendation> possible = results.stream().filter(r -> r.none().isEmpty()).toList();
    Iterator<List<Finding>> findings =
        of(possible.stream().map(Recommendation::definition).toList()).iterator();
    return results.stream()
        .map(result -> result.none().isEmpty() ? result.with(findings.next()) : result)
        .toList();
  }

  private static Account read(String definition) {
    return new EstateReader(InputFormat.DEFINITIONS, Limits.DEFAULT)
        .read(List.of("-"), new ByteArrayInputStream(definition.getBytes(StandardCharsets.UTF_8)))
        .accounts()
        .iterator()
        .next();
  }
}
