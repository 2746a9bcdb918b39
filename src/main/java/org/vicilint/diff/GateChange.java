package org.vicilint.diff;

import java.util.ArrayList;
import java.util.List;
import org.vicilint.access.FunctionList;
import org.vicilint.access.Gate;
import org.vicilint.model.Account;
import org.vicilint.model.SourceLocation;

/**
 * A gate that is open on one side and refuses on the other.
 *
 * @param kind the kind of the server's gate
 * @param column VICIdial's column that decides; the function's name when the build decides
 * @param opened whether it refuses on the first side and not on the second; otherwise the reverse
 * @param required the requirement of the side that refuses
 * @param requiredOpen the requirement of the other side; null if that side has no such gate
 * @param before the account's value on the first side; never a secret
 * @param after the account's value on the second side; never a secret
 * @param place the location of the value on the second side
 */
public record GateChange(
    Gate.Kind kind,
    String column,
    boolean opened,
    String required,
    String requiredOpen,
    String before,
    String after,
    SourceLocation place) {
  private static final String NOT_ASKED = "not looked at";

  /** Returns the gates that differ: first those that close, each in the server's order. */
  static List<GateChange> between(
      Account earlier, List<Gate> before, Account account, List<Gate> after) {
    List<GateChange> changes = new ArrayList<>();
    for (Gate gate : after) {
      Gate other = find(before, gate);
      if (!gate.passed() && (other == null || other.passed())) {
        changes.add(of(gate, other, false, earlier, account));
      }
    }
    for (Gate gate : before) {
      Gate other = find(after, gate);
      if (!gate.passed() && (other == null || other.passed())) {
        changes.add(of(gate, other, true, account, account));
      }
    }
    return changes;
  }

  /**
   * @param open the gate on the side where it does not refuse; null when it is not asked there
   * @param passing the account on that side
   */
  private static GateChange of(
      Gate refusing, Gate open, boolean opened, Account passing, Account account) {
    String refused = refused(refusing);
    String passed = passed(refusing, open, passing);
    return new GateChange(
        refusing.kind(),
        refusing.column(),
        opened,
        refusing.required(),
        open == null ? null : open.required(),
        opened ? refused : passed,
        opened ? passed : refused,
        refusing.kind() == Gate.Kind.FUNCTION
            ? account.places().record()
            : account.place(refusing.column()));
  }

  private static String refused(Gate gate) {
    return switch (gate.kind()) {
      case ALLOWED_FUNCTION -> "does not grant it"; // the list itself can be long
      case LIST_SCOPE -> gate.actual() + " (does not exist)";
      default -> gate.actual();
    };
  }

  private static String passed(Gate refusing, Gate open, Account passing) {
    return switch (refusing.kind()) {
      case ALLOWED_FUNCTION ->
          open == null
              ? NOT_ASKED
              : FunctionList.grantsAll(passing.apiAllowedFunctions())
                  ? "ALL_FUNCTIONS"
                  : "grants it";
      case FUNCTION -> "has it";
      case LIST_SCOPE -> open == null ? NOT_ASKED : open.actual();
      default ->
          open != null
              ? open.actual()
              : refusing.ofAccount() ? value(passing, refusing.column()) : "not known";
    };
  }

  /** Returns the account's value in a column that this side does not check. */
  private static String value(Account account, String column) {
    return column.equals("pass") ? "(not shown)" : account.value(column);
  }

  private static Gate find(List<Gate> gates, Gate wanted) {
    for (Gate gate : gates) {
      if (gate.kind() == wanted.kind() && gate.column().equals(wanted.column())) {
        return gate;
      }
    }
    return null;
  }
}
