package org.vicilint.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vicilint.access.Decision;
import org.vicilint.access.FunctionList;
import org.vicilint.access.Gate;
import org.vicilint.access.Need;
import org.vicilint.access.Verdict;
import org.vicilint.catalog.Function;
import org.vicilint.finding.Evidence;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.rule.AuditedAccount;
import org.vicilint.rule.EstateView;
import org.vicilint.rule.Hit;
import org.vicilint.rule.Rule;

/**
 * A function is granted by name, but level, flags or the group refuse it: the grant waits for the
 * day when somebody raises the level for another reason.
 */
final class BrokenGrant implements Rule {
  private static final String COLUMN = "api_allowed_functions";

  /** What other rules own, and what passes by itself. */
  private static final Set<String> NOT_OURS =
      Set.of(COLUMN, "user", "pass", "active", "failed_login_count");

  @Override
  public String id() {
    return "broken-grant";
  }

  @Override
  public List<Hit> check(AuditedAccount audited, EstateView estate) {
    Account account = audited.account();
    String text = account.apiAllowedFunctions();
    if (!account.active() || FunctionList.grantsAll(text)) {
      return List.of();
    }
    // Functions that fail at the same gates have one cause, and are one finding.
    Map<List<Gate>, List<String>> byCause = new LinkedHashMap<>();
    for (String name : FunctionList.words(text)) {
      if (declared(audited.need()) && !audited.need().functions().contains(name)) {
        continue; // unneeded-function says that it should go
      }
      int index = estate.access().indexOf(name);
      if (index >= 0 && estate.access().decide(audited.subject(), index) != Verdict.GRANTED) {
        Function function = estate.access().functions().get(index);
        List<Gate> cause = cause(estate.access().explain(account, function, null));
        if (!cause.isEmpty()) {
          byCause.computeIfAbsent(cause, key -> new ArrayList<>()).add(name);
        }
      }
    }
    List<Hit> hits = new ArrayList<>();
    byCause.forEach((cause, names) -> hits.add(hit(audited, cause, names)));
    return hits;
  }

  private static List<Gate> cause(Decision decision) {
    Map<String, Gate> byColumn = new TreeMap<>();
    for (Gate gate : decision.gates()) {
      if (!gate.passed() && !NOT_OURS.contains(gate.column())) {
        byColumn.put(gate.column(), gate);
      }
    }
    return byColumn.values().stream()
        .map(g -> new Gate(null, g.column(), g.required(), g.actual(), false, g.opening()))
        .toList();
  }

  private static Hit hit(AuditedAccount audited, List<Gate> cause, List<String> names) {
    Account account = audited.account();
    String reasons =
        cause.stream()
            .map(g -> "%s is %s, and must be %s".formatted(g.column(), g.actual(), g.required()))
            .collect(Collectors.joining("; "));
    List<Evidence> evidence = new ArrayList<>();
    for (Gate gate : cause) {
      evidence.add(new Evidence(gate.column(), gate.actual(), account.place(gate.column())));
    }
    evidence.add(new Evidence(COLUMN, String.join(" ", names), account.place(COLUMN)));
    return new Hit(
        null,
        false,
        "is granted %s, but the server refuses: %s".formatted(Phrases.list(names), reasons),
        evidence,
        changes(audited, cause, names));
  }

  /** What is declared is needed, so it is opened; otherwise the grant goes. */
  private static List<Change> changes(
      AuditedAccount audited, List<Gate> cause, List<String> names) {
    if (declared(audited.need())) {
      return cause.stream().map(Gate::opening).toList();
    }
    String text = audited.account().apiAllowedFunctions();
    return List.of(new Change(COLUMN, text, FunctionList.without(text, names)));
  }

  private static boolean declared(Need need) {
    return need.source() == Need.Source.DECLARED;
  }
}
