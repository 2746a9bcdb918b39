package org.vicilint.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vicilint.access.Gate;
import org.vicilint.access.Refusals;
import org.vicilint.audit.AccessDiff;
import org.vicilint.audit.AccountChange;
import org.vicilint.audit.CallChange;
import org.vicilint.audit.GateChange;
import org.vicilint.audit.ReachChange;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Function;
import org.vicilint.finding.Severity;
import org.vicilint.model.Account;
import org.vicilint.model.Change;

/**
 * Changes of one account that have the same reason, as people read them.
 *
 * @param severity how bad; null where nothing is gained
 * @param what what happens, in words
 * @param why the values that make the difference, one a line; empty for an account that is new or
 *     gone
 */
record DiffEntry(Severity severity, String what, List<String> why) {
  /** Of what stays refused, a few stand for all; JSON has them all. */
  private static final int MOVED_SHOWN = 6;

  /** What calls have to share to stand in one entry; of builds that lack one, nothing more. */
  private record Key(
      CallChange.Kind kind, Severity severity, Effect effect, Refusals opened, Refusals closed) {
    static Key of(CallChange call) {
      boolean gained = call.kind() == CallChange.Kind.GAINED;
      Refusals before = call.refusedBefore();
      Refusals after = call.refusedAfter();
      boolean both = before != null && after != null;
      return new Key(
          call.kind(),
          gained ? call.severity() : null,
          gained ? call.effect() : null,
          both ? before.without(after) : null,
          both ? after.without(before) : null);
    }
  }

  /** The entries of an account: the worst gains first, then what is lost, then the rest. */
  static List<DiffEntry> of(AccountChange change, AccessDiff diff) {
    Map<Key, List<CallChange>> groups = new LinkedHashMap<>();
    for (CallChange call : change.calls()) {
      groups.computeIfAbsent(Key.of(call), k -> new ArrayList<>()).add(call);
    }
    List<DiffEntry> gains = new ArrayList<>();
    List<DiffEntry> others = new ArrayList<>();
    groups.forEach(
        (key, calls) ->
            (key.severity == null ? others : gains)
                .add(
                    new DiffEntry(
                        key.severity,
                        what(key, calls),
                        why(diff.gates(change, calls.get(0)), key.kind))));
    for (ReachChange reach : change.reach()) {
      (reach.wider() ? gains : others).add(of(reach, change.account()));
    }
    gains.sort(Comparator.comparing(DiffEntry::severity));
    gains.addAll(others);
    if (change.kindChanged()) {
      gains.add(
          new DiffEntry(
              null,
              "kind: %s → %s".formatted(change.kindBefore().word(), change.kindAfter().word()),
              List.of()));
    }
    return gains;
  }

  private static String what(Key key, List<CallChange> calls) {
    boolean moved = key.kind == CallChange.Kind.MOVED;
    int shown = moved && calls.size() > MOVED_SHOWN + 1 ? MOVED_SHOWN : calls.size();
    String names =
        calls.stream().limit(shown).map(CallChange::name).collect(Collectors.joining(", "));
    names += shown == calls.size() ? "" : " and " + (calls.size() - shown) + " more";
    return switch (key.kind) {
      case GAINED -> "gains " + names + " (" + key.effect.word() + ")";
      case LOST -> "loses " + names;
      case MOVED -> "still may not call " + names;
    };
  }

  /** The entry of what is reached. */
  static DiffEntry of(ReachChange reach, Account account) {
    String functions =
        reach.functions().stream().map(Function::name).collect(Collectors.joining(", "));
    String subject =
        switch (reach.reach()) {
          case ACCOUNTS -> "accounts with " + functions;
          case LISTS -> "lists with " + functions;
          case SCREENS -> "screens";
          case ADDRESSES -> "addresses";
        };
    String what =
        "reaches %s %s: %s → %s"
            .formatted(reach.wider() ? "more" : "fewer", subject, reach.before(), reach.after());
    List<String> why =
        reach.columns().isEmpty()
            ? List.of(group(reach.reach()) + " of its group " + account.userGroup())
            : reach.columns().stream().map(DiffEntry::column).toList();
    return new DiffEntry(reach.wider() ? reach.severity() : null, what, why);
  }

  /** The column of the user group that says how far its members reach. */
  private static String group(ReachChange.Reach reach) {
    return switch (reach) {
      case LISTS -> "allowed_campaigns";
      case ADDRESSES -> "api_ip_list";
      default -> "admin_viewable_groups";
    };
  }

  private static String column(Change change) {
    return "%s: %s → %s"
        .formatted(change.column(), LintText.value(change.from()), LintText.value(change.to()));
  }

  private static List<String> why(List<GateChange> gates, CallChange.Kind kind) {
    return gates.stream()
        .map(gate -> why(gate) + (kind == CallChange.Kind.MOVED ? side(gate) : ""))
        .distinct() // two gates can ask for one value
        .toList();
  }

  private static String why(GateChange gate) {
    return "%s: %s → %s"
        .formatted(gate.column(), LintText.value(gate.before()), LintText.value(gate.after()));
  }

  /** What a gate does now; where a call is gained or lost, that goes without saying. */
  private static String side(GateChange gate) {
    String which = gate.kind() == Gate.Kind.LOGIN ? ", at the login" : "";
    return gate.opened() ? " (no longer refuses" + which + ")" : " (refuses now" + which + ")";
  }
}
