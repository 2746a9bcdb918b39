package org.vicilint.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vicilint.finding.Finding;
import org.vicilint.model.Problem;
import org.vicilint.rule.AuditedAccount;

/**
 * The suites of a JUnit report, one for each source. A case is a rule on an account, so that a CI
 * shows a mended account as a test that now passes, and counts a clean run as many tests and not as
 * none. Of a large estate only what was found is listed, and one case a source for all the rest.
 */
final class JunitSuites {
  private static final Comparator<Check> ORDER =
      Comparator.comparing(Check::user).thenComparing(Check::rule);

  private final LintResult result;
  private final long listed;
  private final Map<String, List<JunitCase>> suites = new TreeMap<>();
  private final Map<String, Map<String, Integer>> names = new HashMap<>();

  private record Check(String user, String rule) {}

  private JunitSuites(LintResult result, long listed) {
    this.result = result;
    this.listed = listed;
  }

  /**
   * The cases of each source: what could not be read first, then by account and rule.
   *
   * @param listed how many cases that passed without a finding are listed at most
   */
  static Map<String, List<JunitCase>> of(LintResult result, long listed) {
    JunitSuites suites = new JunitSuites(result, listed);
    suites.fill();
    return suites.suites;
  }

  private void fill() {
    for (Problem problem : result.problems()) {
      add(source(problem.place().source()), JunitCase.of(problem));
    }
    Map<String, Map<Check, List<Finding>>> checks = new TreeMap<>();
    Map<String, Set<String>> found = new HashMap<>();
    for (Finding finding : result.findings()) {
      Check check = new Check(finding.user(), finding.rule());
      found.computeIfAbsent(finding.user(), u -> new HashSet<>()).add(finding.rule());
      checks
          .computeIfAbsent(source(finding.place().source()), s -> new TreeMap<>(ORDER))
          .computeIfAbsent(check, c -> new ArrayList<>())
          .add(finding);
    }
    Map<String, Long> unlisted = addPassed(checks, found);
    checks.forEach(
        (source, each) ->
            each.forEach(
                (check, findings) ->
                    add(
                        source,
                        JunitCase.of(check.rule(), check.user(), findings, result.failOn()))));
    unlisted.forEach(
        (source, count) ->
            add(
                source,
                JunitCase.passed(
                    "no findings", count + " more checks found nothing and are not listed")));
    if (suites.isEmpty()) {
      add("vicilint", JunitCase.passed("no findings", ""));
    }
  }

  /**
   * Adds the checks that found nothing, neither in the account's own source nor elsewhere; when
   * they are too many, counts them by source.
   *
   * @param found the rules that found something, by account
   */
  private Map<String, Long> addPassed(
      Map<String, Map<Check, List<Finding>>> checks, Map<String, Set<String>> found) {
    Set<String> rules = result.pages().keySet();
    boolean list = (long) result.accounts().size() * rules.size() <= listed;
    Map<String, Long> unlisted = new TreeMap<>();
    for (AuditedAccount audited : result.accounts()) {
      String user = audited.account().user();
      String source = source(audited.account().places().record().source());
      Set<String> failed = found.getOrDefault(user, Set.of());
      if (!list) {
        unlisted.merge(source, (long) rules.size() - failed.size(), Long::sum);
        continue;
      }
      Map<Check, List<Finding>> own = checks.computeIfAbsent(source, s -> new TreeMap<>(ORDER));
      rules.stream()
          .filter(rule -> !failed.contains(rule))
          .forEach(rule -> own.put(new Check(user, rule), List.of()));
    }
    return unlisted;
  }

  /** Consumers take two cases of one name for one: the later ones are numbered. */
  private void add(String source, JunitCase each) {
    int number =
        names.computeIfAbsent(source, s -> new HashMap<>()).merge(each.name(), 1, Integer::sum);
    suites
        .computeIfAbsent(source, s -> new ArrayList<>())
        .add(
            number == 1
                ? each
                : new JunitCase(
                    each.name() + " #" + number,
                    each.outcome(),
                    each.message(),
                    each.type(),
                    each.detail(),
                    each.findings()));
  }

  private static String source(String source) {
    return source.equals("-") ? "stdin" : Printable.of(source);
  }
}
