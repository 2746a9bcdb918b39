package org.vicilint.render.plan;

import java.io.PrintWriter;
import java.util.List;
import org.vicilint.access.LeastPrivilege;
import org.vicilint.engine.OnboardResult;
import org.vicilint.engine.Onboarding;
import org.vicilint.finding.Severity;
import org.vicilint.model.Integration;
import org.vicilint.render.Style;
import org.vicilint.render.Wrap;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/** Whether integrations can start, for people on a terminal. */
public final class OnboardText {
  private static final String INDENT = "      ";

  private final PrintWriter out;
  private final Style style;

  public OnboardText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Prints all of them. */
  public void print(OnboardResult result) {
    for (Onboarding onboarding : result.onboardings()) {
      print(onboarding, result);
    }
    if (!result.complete()) {
      out.println(
          style.severity(
              Severity.HIGH,
              "Incomplete: "
                  + Text.plural(result.problems().size(), "problem")
                  + " while reading, see above"));
    }
    result.notes().forEach(note -> out.println(style.dim("note: ") + Printable.of(note)));
  }

  private void print(Onboarding onboarding, OnboardResult result) {
    Integration integration = onboarding.integration();
    String name = Printable.of(integration.name());
    String verdict = result.verdict(onboarding) + ": " + name;
    out.println(result.ready(onboarding) ? style.green(verdict) : style.bold(verdict));
    out.println(
        style.dim(
            "  account %s, calls %s"
                .formatted(
                    Printable.of(integration.account()),
                    Printable.of(OnboardResult.calls(integration)))));
    out.println();
    items(result.items(onboarding));
    for (LeastPrivilege.Closed closed : onboarding.least().closed()) {
      Wrap.print(
          out,
          Printable.of("out of reach, %s: %s".formatted(closed.call(), closed.reason())),
          "  ");
    }
    String lifted = onboarding.proposal().lifted();
    if (!lifted.isEmpty()) {
      Wrap.print(out, Printable.of(lifted), "  ");
    }
    out.println();
    OnboardResult.definition(onboarding).ifPresent(this::definition);
  }

  private void definition(String text) {
    out.println(style.bold("The least that it needs"));
    text.lines().forEach(line -> out.println("  " + line));
    out.println();
  }

  private void items(List<OnboardResult.Item> items) {
    for (OnboardResult.Item item : items) {
      String mark = item.done() ? style.green("ok") : style.severity(Severity.HIGH, "NO");
      Wrap.print(out, Printable.of(item.text()), "  " + mark + "  ", INDENT);
      item.details().forEach(line -> Wrap.print(out, Printable.of(line), INDENT));
    }
  }
}
