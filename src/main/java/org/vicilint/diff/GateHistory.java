package org.vicilint.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Gate;
import org.vicilint.catalog.Api;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.Versioned;
import org.vicilint.model.Account;
import org.vicilint.model.Build;
import org.vicilint.model.Flag;
import org.vicilint.model.Groups;

/**
 * Finds the build since which a gate has had its requirement of the newer of two builds. The search
 * decides the call on every build in between that changed something about it.
 */
public final class GateHistory {
  private final Catalog catalog;
  private final Groups groups;
  private final Builds from;
  private final Builds to;
  private final Map<Build, AccessEvaluator> nonAgent = new HashMap<>();
  private final Map<Build, AccessEvaluator> agent = new HashMap<>();
  private final Map<Question, Build> known = new HashMap<>();

  /** The cache key: of the account, the result depends only on whether its lists are restricted. */
  private record Question(String call, Gate.Kind kind, String column, boolean restricted) {}

  public GateHistory(AccessEvaluator from, AccessEvaluator to, Groups groups) {
    this.catalog = to.catalog();
    this.from = from.builds();
    this.to = to.builds();
    this.groups = groups;
  }

  /** Returns the build since which the gate is as it is on the newer build. */
  public Build since(CallChange call, GateChange gate, Account account) {
    Question question =
        new Question(call.name(), gate.kind(), gate.column(), account.has(Flag.API_LIST_RESTRICT));
    return known.computeIfAbsent(question, q -> search(call, gate, account));
  }

  private Build search(CallChange call, GateChange gate, Account account) {
    Build first = from.of(call.function().api());
    TreeSet<Build> steps = new TreeSet<>();
    steps(steps, call.function().history(), call);
    steps(steps, catalog.api(call.function().api()).login(), call);
    if (call.operation() != null) {
      steps(steps, call.operation().history(), call);
    }
    String demand = demand(first, call, gate, account);
    Build since = first;
    for (Build step : steps) {
      String now = demand(step, call, gate, account);
      if (!now.equals(demand)) {
        since = step;
      }
      demand = now;
    }
    return since;
  }

  private void steps(TreeSet<Build> steps, List<? extends Versioned> history, CallChange call) {
    for (Versioned entry : history) {
      if (entry.since().compareTo(from.of(call.function().api())) > 0
          && entry.since().compareTo(to.of(call.function().api())) <= 0) {
        steps.add(entry.since());
      }
    }
  }

  /** Returns the requirement of the gate on a build; empty if that build has no such gate. */
  private String demand(Build build, CallChange call, GateChange gate, Account account) {
    for (Gate each : at(build, call).gates(account, call.function(), call.operation())) {
      if (each.kind() == gate.kind() && each.column().equals(gate.column())) {
        return each.required();
      }
    }
    return "";
  }

  private AccessEvaluator at(Build build, CallChange call) {
    boolean main = call.function().api() == Api.NON_AGENT;
    return (main ? nonAgent : agent)
        .computeIfAbsent(
            build,
            b ->
                new AccessEvaluator(
                    catalog,
                    main
                        ? new Builds(b, to.agent(), List.of())
                        : new Builds(to.nonAgent(), b, List.of()),
                    groups,
                    null));
  }
}
