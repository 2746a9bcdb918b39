package org.vicilint.render.access;

import java.io.PrintWriter;
import java.util.List;
import org.vicilint.access.Decision;
import org.vicilint.access.Gate;
import org.vicilint.catalog.Builds;
import org.vicilint.model.Account;
import org.vicilint.model.Call;
import org.vicilint.model.Change;
import org.vicilint.model.SourceLocation;
import org.vicilint.render.Style;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/** One decision for people: yes or no, gate by gate, and the smallest change. */
public final class CanText {
  private final PrintWriter out;
  private final Style style;

  public CanText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /**
   * Prints the decision on a call, as the user asked for it.
   *
   * @param complete whether everything could be read: without that no answer is yes
   */
  public void print(Decision decision, Call asked, Builds builds, boolean complete) {
    Account account = decision.account();
    boolean yes = decision.granted();
    out.println(
        verdict(style, yes, complete)
            + "%s may %scall %s on build %s of the %s."
                .formatted(
                    Printable.of(account.user()),
                    yes ? "" : "not ",
                    Printable.of(asked.toString()),
                    builds.of(decision.function().api()),
                    decision.function().api().title()));
    if (!decision.function().needsLogin()) {
      out.println("It asks for no login at all.");
    }
    gates(account, decision.gates());
    decision
        .failed()
        .ifPresent(
            failed -> {
              out.println();
              if (decision.answer().isEmpty()) {
                out.println("The server says nothing; it just does not do it.");
              } else {
                out.println("The server answers: " + Printable.of(decision.answer()));
              }
              opening(decision.opening());
            });
  }

  /**
   * Returns the beginning of the first line. An incomplete estate gives no certain yes, since the
   * unread part may refuse the call.
   */
  static String verdict(Style style, boolean yes, boolean complete) {
    if (yes && !complete) {
      return style.bold("Not known") + ", since not everything could be read. By what was read, ";
    }
    return (yes ? style.green("Yes") : style.red("No")) + ": ";
  }

  /** Prints gates below their titles. */
  void gates(Account account, List<Gate> gates) {
    Gate.Kind kind = null;
    for (Gate gate : gates) {
      if (gate.kind() != kind) {
        kind = gate.kind();
        out.println();
        out.println(style.bold(title(kind)));
      }
      gate(account, gate, "");
    }
  }

  /**
   * Prints one gate.
   *
   * @param number the alternative that it belongs to; mostly empty
   */
  void gate(Account account, Gate gate, String number) {
    out.println(
        "  "
            + (number.isEmpty() ? "" : number + "  ")
            + (gate.passed() ? style.green("ok") : style.red("NO"))
            + "  "
            + line(account, gate));
  }

  private String line(Account account, Gate gate) {
    if (gate.kind() == Gate.Kind.FUNCTION) {
      return Printable.of(gate.column()) + ": " + gate.actual();
    }
    return "%s is %s; needed: %s%s"
        .formatted(
            gate.column(),
            Printable.of(gate.actual()),
            gate.required(),
            style.dim(place(account, gate)));
  }

  private static String place(Account account, Gate gate) {
    if (!gate.ofAccount()) {
      return "";
    }
    if (!account.places().mentions(gate.column())) {
      return "  (not set: VICIdial's default)";
    }
    SourceLocation place = account.place(gate.column());
    return "  (" + Printable.of(place.toString()) + ")";
  }

  /** Prints the changes that open it, if any do. */
  void opening(List<Change> changes) {
    if (!changes.isEmpty()) {
      out.println("The smallest change that opens it:");
      changes.forEach(this::change);
    }
  }

  /** Prints one change. */
  void change(Change change) {
    out.println(
        "  %s: %s → %s"
            .formatted(
                change.column(), Text.value(change.from()), style.green(Text.value(change.to()))));
  }

  private static String title(Gate.Kind kind) {
    return switch (kind) {
      case LOGIN -> "Login";
      case API_ONLY_USER -> "API Only User";
      case LIST_SCOPE -> "List scope";
      case ALLOWED_FUNCTION -> "Allowed function";
      case LEVEL_AND_FLAGS -> "Level and flags";
      case OPERATION -> "Operation";
      case FUNCTION -> "Function";
    };
  }
}
