package org.vicilint.render.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vicilint.access.Gate;
import org.vicilint.access.Refusals;
import org.vicilint.catalog.Effect;
import org.vicilint.catalog.Function;
import org.vicilint.diff.AccessDiff;
import org.vicilint.diff.AccountChange;
import org.vicilint.diff.CallChange;
import org.vicilint.diff.GateChange;
import org.vicilint.diff.ReachChange;
import org.vicilint.finding.Severity;
import org.vicilint.model.Change;
import org.vicilint.text.Text;

/**
 * Changes of one account that have the same reason, as people read them.
 *
 * @param severity the severity of a gain; null if nothing is gained
 * @param what the change, in words
 * @param why the values that make the difference, one a line; empty for an account that is new or
 *     gone
 */
record DiffEntry(Severity severity, String what, List<String> why) {
  /** The most calls to show that stay refused; JSON has all. */
  private static final int MOVED_SHOWN = 6;

  /** The key of calls that share one entry; if one side lacks the call, the refusals are null. */
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
    List<DiffEntry> losses = new ArrayList<>();
    List<DiffEntry> moves = new ArrayList<>();
    groups.forEach(
        (key, calls) ->
            (key.kind == CallChange.Kind.MOVED ? moves : key.severity == null ? losses : gains)
                .add(of(key, calls, diff.gates(change, calls.get(0)))));
    for (PageEntry pages : PageEntry.of(change)) {
      (pages.gained() ? gains : losses).add(pages.entry(change, diff));
    }
    for (ReachChange reach : change.reach()) {
      (reach.wider() ? gains : losses).add(of(reach));
    }
    gains.sort(Comparator.comparing(DiffEntry::severity));
    gains.addAll(losses);
    gains.addAll(moves);
    if (change.kindChanged()) {
      gains.add(
          new DiffEntry(
              null,
              "kind: %s → %s".formatted(change.kindBefore().word(), change.kindAfter().word()),
              List.of()));
    }
    return gains;
  }

  private static DiffEntry of(Key key, List<CallChange> calls, List<GateChange> gates) {
    boolean moved = key.kind == CallChange.Kind.MOVED;
    int shown = moved && calls.size() > MOVED_SHOWN + 1 ? MOVED_SHOWN : calls.size();
    String names =
        calls.stream().limit(shown).map(CallChange::name).collect(Collectors.joining(", "));
    names += shown == calls.size() ? "" : " and " + (calls.size() - shown) + " more";
    String what =
        switch (key.kind) {
          case GAINED -> "gains " + names + " (" + key.effect.word() + ")";
          case LOST -> "loses " + names;
          case MOVED -> "still refused: " + names + " (" + moved(gates, calls.size() == 1) + ")";
        };
    List<String> why =
        gates.stream()
            .map(gate -> why(gate.column(), gate.before(), gate.after()))
            .distinct() // two gates can require one value
            .toList();
    return new DiffEntry(key.severity, what, why);
  }

  /** Returns the changes of gates of calls that both sides refuse. */
  private static String moved(List<GateChange> gates, boolean one) {
    List<String> opened = names(gates, true);
    List<String> closed = names(gates, false);
    if (opened.isEmpty() && closed.isEmpty()) {
      return "by another check than before";
    }
    String calls = one ? "it" : "them";
    String no = verb(opened, "no longer blocks ", "no longer block ") + calls;
    if (closed.isEmpty()) {
      return no + "; another check does";
    }
    return opened.isEmpty()
        ? verb(closed, "now blocks ", "now block ") + calls + " too"
        : no + "; " + verb(closed, "now does", "now do");
  }

  private static List<String> names(List<GateChange> gates, boolean opened) {
    Map<String, Boolean> onlyAtLogin = new LinkedHashMap<>();
    for (GateChange gate : gates) {
      if (gate.opened() == opened) {
        onlyAtLogin.merge(gate.column(), gate.kind() == Gate.Kind.LOGIN, Boolean::logicalAnd);
      }
    }
    return onlyAtLogin.entrySet().stream()
        .map(each -> each.getKey() + (each.getValue() ? " at the login" : ""))
        .toList();
  }

  private static String verb(List<String> names, String one, String several) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names) + " " + one
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last) + " " + several;
  }

  /** Returns the entry of a reach change. */
  static DiffEntry of(ReachChange reach) {
    List<String> why =
        reach.columns().isEmpty() && !reach.cause().isEmpty()
            ? List.of(reach.cause())
            : reach.columns().stream().map(DiffEntry::why).toList();
    return new DiffEntry(reach.wider() ? reach.severity() : null, what(reach), why);
  }

  private static String what(ReachChange reach) {
    boolean wider = reach.wider();
    if (reach.reach() == ReachChange.Reach.POWERS) {
      String columns =
          reach.columns().stream().map(Change::column).collect(Collectors.joining(", "));
      return wider
          ? "is given " + columns + "; no known call or page opens by it now"
          : "is given less " + columns + "; no known call or page closes by it";
    }
    if (reach.reach() == ReachChange.Reach.PAGES) {
      return "does %s on an admin page: %s → %s"
          .formatted(wider ? "more" : "less", reach.before(), reach.after());
    }
    String functions =
        reach.functions().stream().map(Function::name).collect(Collectors.joining(", "));
    String by = functions.isEmpty() ? "that it sees" : "with " + functions;
    String subject =
        switch (reach.reach()) {
          case ACCOUNTS -> "accounts " + by;
          case LISTS -> "lists " + by;
          case SCREENS -> "screens";
          default -> "addresses";
        };
    return "reaches %s %s: %s → %s"
        .formatted(wider ? "more" : "fewer", subject, reach.before(), reach.after());
  }

  static String why(Change change) {
    return why(change.column(), change.from(), change.to());
  }

  private static String why(String column, String before, String after) {
    return "%s: %s → %s".formatted(column, Text.value(before), Text.value(after));
  }
}
