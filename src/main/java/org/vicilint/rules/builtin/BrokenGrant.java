package org.vicilint.rules.builtin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.FunctionList;
import org.vicilint.access.Gate;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Change;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.rules.ClassWideRule;
import org.vicilint.rules.Hit;
import org.vicilint.rules.RuleContext;

/**
 * A function is granted by name, but its level or flags refuse it: the grant waits for the day when
 * somebody raises the level for another reason.
 */
final class BrokenGrant implements ClassWideRule {
  private static final String COLUMN = "api_allowed_functions";
  private static final String LEVEL = "user_level";

  /** Columns that other rules report, and a state that passes by itself. */
  private static final Set<String> NOT_OURS =
      Set.of(COLUMN, "user", "pass", "active", "failed_login_count");

  @Override
  public String id() {
    return "broken-grant";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, RuleContext estate) {
    Account account = audited.account();
    String text = account.apiAllowedFunctions();
    if (!audited.logsIn(estate) || FunctionList.grantsAll(text)) {
      return List.of();
    }
    // Functions that fail at the same gates have one cause, and are one finding.
    Map<List<Gate>, List<String>> byCause = new LinkedHashMap<>();
    for (String name : FunctionList.granted(text)) {
      // The rule unneeded-function reports grants that are not declared.
      if (!Calls.declared(audited) || audited.need().functions().contains(name)) {
        collect(byCause, audited, estate, Call.of(name));
      }
    }
    for (Call call : account.declaration().need().orElse(List.of())) {
      if (call.operation() != null && FunctionList.grants(text, call.function())) {
        collect(byCause, audited, estate, call);
      }
    }
    List<String> broken = byCause.values().stream().flatMap(List::stream).toList();
    List<Hit> hits = new ArrayList<>();
    byCause.forEach((cause, names) -> hits.add(hit(audited, cause, names, broken)));
    return hits;
  }

  private static void collect(
      Map<List<Gate>, List<String>> byCause,
      AuditedAccount audited,
      RuleContext estate,
      Call call) {
    AccessEvaluator access = estate.access();
    int index = access.indexOf(call.function());
    if (index < 0
        || (call.operation() == null
            && access.decide(audited.subject(), index) == Verdict.GRANTED)) {
      return;
    }
    Function function = access.functions().get(index);
    Operation operation = function.operation(call.operation()).orElse(null);
    List<Gate> cause = cause(access.refusing(audited.account(), function, operation));
    boolean ofFunction = cause.stream().anyMatch(g -> g.kind() != Gate.Kind.OPERATION);
    if (!cause.isEmpty() && (call.operation() == null || !ofFunction)) {
      byCause.computeIfAbsent(cause, key -> new ArrayList<>()).add(call.toString());
    }
  }

  private static List<Gate> cause(List<Gate> failed) {
    boolean level =
        failed.stream().noneMatch(BrokenGrant::levelOfLogin); // else lockout-loop says it
    Map<String, Gate> byColumn = new TreeMap<>();
    for (Gate gate : failed) {
      if (gate.kind() != Gate.Kind.LIST_SCOPE // missing-group says that
          && (level || !gate.column().equals(LEVEL))
          && gate.ofAccount() // else the session says it, once
          && !NOT_OURS.contains(gate.column())) {
        byColumn.put(gate.column(), gate);
      }
    }
    return byColumn.values().stream().map(BrokenGrant::whereverItStands).toList();
  }

  /**
   * Returns the gate without its position: equal requirements of two functions are one cause, even
   * at different gates.
   */
  private static Gate whereverItStands(Gate g) {
    Gate.Kind kind =
        g.kind() == Gate.Kind.OPERATION ? Gate.Kind.OPERATION : Gate.Kind.LEVEL_AND_FLAGS;
    return new Gate(kind, g.column(), g.required(), g.actual(), false, g.opening());
  }

  private static boolean levelOfLogin(Gate gate) {
    return gate.kind() == Gate.Kind.LOGIN && gate.column().equals(LEVEL);
  }

  private static Hit hit(
      AuditedAccount audited, List<Gate> cause, List<String> names, List<String> broken) {
    Account account = audited.account();
    String reasons =
        cause.stream()
            .map(g -> g.column() + " is " + g.actual() + ", and must be " + g.required())
            .collect(Collectors.joining("; "));
    List<Evidence> evidence = new ArrayList<>();
    for (Gate gate : cause) {
      evidence.add(new Evidence(gate.column(), gate.actual(), account.place(gate.column())));
    }
    evidence.add(new Evidence(COLUMN, String.join(" ", names), account.place(COLUMN)));
    return new Hit(
        null,
        false,
        "is granted " + Phrases.list(names) + ", but the server refuses: " + reasons,
        evidence,
        changes(audited, cause, broken));
  }

  /**
   * Returns the fix: a declared function is needed, so it is opened; otherwise all broken grants
   * are removed, so that the changes of several findings agree.
   */
  private static List<Change> changes(
      AuditedAccount audited, List<Gate> cause, List<String> broken) {
    if (Calls.declared(audited)) {
      return cause.stream().map(Gate::opening).toList();
    }
    String text = audited.account().apiAllowedFunctions();
    return List.of(new Change(COLUMN, text, FunctionList.without(text, broken)));
  }
}
