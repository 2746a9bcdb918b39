package org.vicilint.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vicilint.access.FunctionList;
import org.vicilint.finding.Finding;
import org.vicilint.model.Change;

/**
 * A fix of one account: columns to change, and the findings that this clears.
 *
 * @param user the account
 * @param changes one for each column
 * @param findings the findings that propose changes of these columns only
 * @param score the sum of their scores
 */
public record RiskFix(String user, List<Change> changes, List<Finding> findings, int score) {
  /** The order of fixes: the highest score first. */
  public static final Comparator<RiskFix> ORDER =
      Comparator.comparingInt(RiskFix::score)
          .reversed()
          .thenComparing(fix -> fix.changes().size())
          .thenComparing(RiskFix::user)
          .thenComparing(fix -> columns(fix.changes()).toString());

  private static final String LIST = "api_allowed_functions";

  /**
   * Returns the fixes that remove most, the best first. A fix clears a finding if it changes every
   * column that the finding proposes to change; a finding with a further column needs a fix of its
   * own.
   */
  public static List<RiskFix> best(List<Finding> findings, int count) {
    Map<String, List<Finding>> left = new TreeMap<>();
    for (Finding finding : findings) {
      if (finding.open() && !finding.changes().isEmpty()) {
        left.computeIfAbsent(finding.user(), key -> new ArrayList<>()).add(finding);
      }
    }
    Map<String, RiskFix> best = new LinkedHashMap<>();
    left.forEach((user, theirs) -> best.put(user, bestOf(user, theirs)));
    List<RiskFix> fixes = new ArrayList<>();
    while (fixes.size() < count && !best.isEmpty()) {
      RiskFix next = best.values().stream().min(ORDER).orElseThrow();
      if (next.score() == 0) {
        break;
      }
      fixes.add(next);
      List<Finding> rest = left.get(next.user());
      rest.removeAll(next.findings());
      if (rest.isEmpty()) {
        best.remove(next.user());
      } else {
        best.put(next.user(), bestOf(next.user(), rest));
      }
    }
    return fixes;
  }

  /** Returns the fix of an account that removes most; empty if none removes anything. */
  public static Optional<RiskFix> first(List<Finding> findings) {
    List<Finding> open = findings.stream().filter(f -> f.open() && !f.changes().isEmpty()).toList();
    return RiskScore.of(open) == 0
        ? Optional.empty()
        : Optional.of(bestOf(open.get(0).user(), open));
  }

  private static RiskFix bestOf(String user, List<Finding> findings) {
    return findings.stream()
        .map(finding -> columns(finding.changes()))
        .distinct()
        .map(columns -> of(user, columns, findings))
        .min(ORDER)
        .orElseThrow();
  }

  private static RiskFix of(String user, Set<String> columns, List<Finding> findings) {
    List<Finding> gone =
        findings.stream().filter(f -> columns.containsAll(columns(f.changes()))).toList();
    return new RiskFix(
        user,
        merged(gone),
        gone,
        gone.stream().mapToInt(f -> RiskScore.weight(f.severity())).sum());
  }

  private static TreeSet<String> columns(Collection<Change> changes) {
    return changes.stream().map(Change::column).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Change> merged(List<Finding> findings) {
    Map<String, Change> byColumn = new TreeMap<>();
    findings.forEach(
        f -> f.changes().forEach(c -> byColumn.merge(c.column(), c, RiskFix::together)));
    return List.copyOf(byColumn.values());
  }

  /**
   * Merges two changes of one column: lists of functions are intersected; otherwise an exact change
   * takes precedence.
   */
  private static Change together(Change one, Change other) {
    if (!one.column().equals(LIST) || !one.exact() || !other.exact()) {
      return one.exact() || !other.exact() ? one : other;
    }
    return new Change(LIST, one.from(), FunctionList.both(one.to(), other.to()));
  }
}
