package org.vicilint.render.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vicilint.engine.ByAccount;
import org.vicilint.engine.LintResult;
import org.vicilint.engine.WorstFirst;
import org.vicilint.finding.Finding;
import org.vicilint.model.Problem;
import org.vicilint.text.Printable;

/**
 * The suites of a JUnit report, one for each source. A case is a rule on an account, so that a CI
 * server shows a fixed account as a test that now passes, and counts a clean run as many tests
 * instead of none. For a large estate only findings are listed, with one case a source for the
 * rest.
 */
final class JunitSuites {
  private static final Comparator<Check> ORDER =
      Comparator.comparing(Check::user).thenComparing(Check::rule);

  /** No reader of such reports takes more; such a file has 40 MB. */
  static final int MOST_FINDINGS = 50_000;

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
    for (Finding finding : shown()) {
      checks
          .computeIfAbsent(source(finding.place().source()), s -> new TreeMap<>(ORDER))
          .computeIfAbsent(new Check(finding.user(), finding.rule()), c -> new ArrayList<>())
          .add(finding);
    }
    Map<String, Long> unlisted = addPassed(checks);
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
    long total = result.findings().tally().total();
    if (total > MOST_FINDINGS) {
      add("vicilint", JunitCase.left(total - MOST_FINDINGS, total, result.failed()));
    }
    if (suites.isEmpty()) {
      add("vicilint", JunitCase.passed("no findings", ""));
    }
  }

  /** All findings; of too many, the worst. */
  private Iterable<Finding> shown() {
    if (result.findings().tally().total() <= MOST_FINDINGS) {
      return result.findings();
    }
    List<Finding> worst = new ArrayList<>();
    for (Finding finding : WorstFirst.openFirst(result.findings())) {
      if (worst.size() == MOST_FINDINGS) {
        break;
      }
      worst.add(finding);
    }
    worst.sort(Finding.ORDER);
    return worst;
  }

  /**
   * Adds the checks that found nothing, neither in the account's own source nor elsewhere; when
   * they are too many, counts them by source.
   */
  private Map<String, Long> addPassed(Map<String, Map<Check, List<Finding>>> checks) {
    Set<String> rules = result.pages().keySet();
    boolean list = (long) result.accounts().size() * rules.size() <= listed;
    Map<String, Long> unlisted = new TreeMap<>();
    for (ByAccount.Entry entry : ByAccount.of(result)) {
      if (entry.audited() == null) {
        continue;
      }
      String source = source(entry.audited().account().places().record().source());
      Set<String> failed = new HashSet<>();
      entry.findings().forEach(finding -> failed.add(finding.rule()));
      if (!list) {
        unlisted.merge(source, (long) rules.size() - failed.size(), Long::sum);
        continue;
      }
      Map<Check, List<Finding>> own = checks.computeIfAbsent(source, s -> new TreeMap<>(ORDER));
      rules.stream()
          .filter(rule -> !failed.contains(rule))
          .forEach(rule -> own.put(new Check(entry.user(), rule), List.of()));
    }
    return unlisted;
  }

  /** Adds a case. Consumers merge cases with one name, so later ones get a number. */
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
