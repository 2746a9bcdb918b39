package org.vicilint.render.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vicilint.access.Decision;
import org.vicilint.access.FunctionList;
import org.vicilint.access.Gate;
import org.vicilint.catalog.Effect;
import org.vicilint.diff.CallChange;
import org.vicilint.diff.GateChange;
import org.vicilint.diff.ReachChange;
import org.vicilint.diff.UpgradedAccount;
import org.vicilint.engine.UpgradeResult;
import org.vicilint.finding.Severity;
import org.vicilint.model.Account;

/** The effects of an upgrade on one account, for people: losses first. */
final class UpgradeEntry {
  /** How the entry of a call that is lost begins. */
  static final String LOSES = "loses ";

  private final UpgradeResult result;
  private final Account account;

  private UpgradeEntry(UpgradeResult result, Account account) {
    this.result = result;
    this.account = account;
  }

  /** The key of calls that share one entry; only gains have the first two parts. */
  private record Key(Severity severity, Effect effect, List<String> why) {}

  static List<DiffEntry> of(UpgradedAccount upgraded, UpgradeResult result) {
    return new UpgradeEntry(result, upgraded.account()).entries(upgraded);
  }

  private List<DiffEntry> entries(UpgradedAccount upgraded) {
    List<DiffEntry> lost = new ArrayList<>();
    List<DiffEntry> gained = new ArrayList<>();
    groups(upgraded, CallChange.Kind.LOST)
        .forEach(
            (key, calls) ->
                lost.add(new DiffEntry(null, LOSES + names(calls), why(calls, names(calls)))));
    groups(upgraded, CallChange.Kind.GAINED)
        .forEach(
            (key, calls) ->
                gained.add(
                    new DiffEntry(
                        key.severity,
                        "gains " + names(calls) + " (" + key.effect.word() + ")",
                        why(calls, "it"))));
    List<DiffEntry> others = new ArrayList<>();
    for (ReachChange reach : upgraded.change().reach()) {
      DiffEntry entry = reach(reach);
      (entry.severity() == null ? others : gained).add(entry);
    }
    for (String name : upgraded.known()) {
      known(name, others);
    }
    if (!upgraded.unknown().isEmpty()) {
      String names = String.join(", ", upgraded.unknown());
      others.add(
          new DiffEntry(null, "is granted what is no function any more: " + names, List.of()));
    }
    gained.sort(Comparator.comparing(DiffEntry::severity));
    lost.addAll(gained);
    lost.addAll(others);
    return lost;
  }

  private Map<Key, List<CallChange>> groups(UpgradedAccount upgraded, CallChange.Kind kind) {
    Map<Key, List<CallChange>> groups = new LinkedHashMap<>();
    for (CallChange call : upgraded.change().calls(kind)) {
      boolean gain = kind == CallChange.Kind.GAINED;
      Key key =
          new Key(
              gain ? call.severity() : null, gain ? call.effect() : null, reasons(call, "each"));
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(call);
    }
    return groups;
  }

  private static String names(List<CallChange> calls) {
    return calls.stream().map(CallChange::name).collect(Collectors.joining(", "));
  }

  /** The reasons that calls share. */
  private List<String> why(List<CallChange> calls, String one) {
    return reasons(calls.get(0), calls.size() == 1 ? one : "each");
  }

  private List<String> reasons(CallChange call, String name) {
    return result.upgrade().gates(account, call).stream()
        .map(gate -> sentence(call, gate, name))
        .distinct()
        .toList();
  }

  private String sentence(CallChange call, GateChange gate, String name) {
    String subject =
        gate.kind() == Gate.Kind.LOGIN ? "the login of the " + call.function().api().title() : name;
    String since = "since " + result.history().since(call, gate, account);
    if (gate.kind() == Gate.Kind.FUNCTION) {
      return gate.opened()
          ? "%s is new %s; %s".formatted(subject, since, grant())
          : "%s is gone %s".formatted(subject, since);
    }
    if (!gate.opened()) {
      return "%s needs %s %s; %s"
          .formatted(subject, need(gate.column(), gate.required()), since, has(gate));
    }
    return gate.requiredOpen() == null
        ? "%s no longer needs %s %s".formatted(subject, need(gate.column(), gate.required()), since)
        : "%s needs only %s %s; %s"
            .formatted(subject, need(gate.column(), gate.requiredOpen()), since, has(gate));
  }

  private String grant() {
    String text = account.apiAllowedFunctions();
    return FunctionList.grantsAll(text) ? "ALL_FUNCTIONS grants it" : "it is granted";
  }

  private static String need(String column, String required) {
    return switch (column) {
      case "user_level" -> required.replace("at least", "level");
      case "modify_leads" -> "modify_leads " + required.replace("one of ", "");
      case "api_allowed_functions" -> "a grant in api_allowed_functions";
      case "user_group" -> "a user_group that exists";
      case "active" -> "an active account";
      case "failed_login_count" -> "fewer than ten refused logins in a row";
      case "user" -> "a user name of " + required;
      case "pass" -> "a password of " + required;
      default -> column;
    };
  }

  /** Returns the account's value for a gate; no gate holds a secret. */
  private String has(GateChange gate) {
    return switch (gate.column()) {
      case "user_level", "modify_leads", "failed_login_count" ->
          account.user() + " has " + gate.after();
      case "api_allowed_functions" -> "the list of " + account.user() + " does not hold it";
      case "active" -> account.user() + " is not active";
      case "user_group" -> account.user() + " is restricted to the lists of " + gate.after();
      case "user", "pass" -> account.user() + (gate.opened() ? " has one" : " has another");
      default -> account.user() + " does not have it";
    };
  }

  private DiffEntry reach(ReachChange reach) {
    DiffEntry entry = DiffEntry.of(reach);
    String looks = reach.wider() ? "no longer looks" : "now looks";
    return new DiffEntry(
        entry.severity(), entry.what(), List.of("the build " + looks + " at api_list_restrict"));
  }

  /**
   * Adds a granted name that had no meaning before. The calls that it opens are among the gains.
   */
  private void known(String name, List<DiffEntry> others) {
    Decision decision = result.upgrade().decide(account, name);
    if (!decision.granted()) {
      String refused =
          decision.gates().stream()
              .filter(gate -> !gate.passed())
              .map(gate -> gate.column() + " is " + gate.actual() + ", needed: " + gate.required())
              .collect(Collectors.joining("; "));
      others.add(
          new DiffEntry(
              null,
              "is granted " + name + ", which becomes a function, and is refused",
              List.of(refused)));
    }
  }
}
