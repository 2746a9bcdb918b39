package org.vicilint.render.diff;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Function;
import org.vicilint.diff.CallChange;
import org.vicilint.diff.DefaultEffect;
import org.vicilint.diff.LoginChange;
import org.vicilint.diff.RequirementChange;
import org.vicilint.diff.UpgradedAccount;
import org.vicilint.engine.UpgradeResult;
import org.vicilint.finding.Severity;
import org.vicilint.render.Style;
import org.vicilint.render.Wrap;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/** The effects of an upgrade for people: on accounts, or on the API if no accounts are given. */
public final class UpgradeText {
  private static final String INDENT = "            ";

  private final PrintWriter out;
  private final Style style;

  public UpgradeText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Prints the whole result, problems aside: those go to the error stream. */
  public void print(UpgradeResult result) {
    if (result.ofAccounts()) {
      ChangeText text = new ChangeText(out, style);
      for (UpgradedAccount account : result.accounts()) {
        text.print(account.change(), UpgradeEntry.of(account, result));
      }
      defaults(result);
    } else {
      logins(result.logins());
      demands(result.demands());
      if (!result.logins().isEmpty() || !result.demands().isEmpty()) {
        out.println();
      }
    }
    out.println(summary(result));
    for (String reason : incomplete(result, " while reading, see above")) {
      out.println(style.severity(Severity.HIGH, "Incomplete: " + reason));
    }
    result.allNotes().forEach(note -> out.println(style.dim("note: ") + Printable.of(note)));
  }

  private void logins(List<LoginChange> logins) {
    for (LoginChange login : logins) {
      out.println(style.bold("login of the " + login.api().title()) + style.dim("  changed"));
      Wrap.print(out, DemandWords.of(login), INDENT);
    }
  }

  private void demands(List<RequirementChange> demands) {
    for (RequirementChange demand : demands) {
      String head =
          "%s  %s, %s"
              .formatted(demand.change(), demand.function().api().title(), demand.effect().word());
      out.println(style.bold(demand.name()) + style.dim("  " + head));
      Wrap.print(out, DemandWords.of(demand) + " " + DemandWords.since(demand), INDENT);
    }
  }

  private void defaults(UpgradeResult result) {
    for (DefaultEffect effect : result.defaults()) {
      Wrap.print(out, words(effect), "");
      out.println();
    }
  }

  /** Returns the effect of a default in a sentence. */
  static String words(DefaultEffect effect) {
    String functions =
        effect.functions().stream().map(Function::name).collect(Collectors.joining(", "));
    String accounts = Text.plural(effect.accounts().size(), "account");
    return switch (effect.kind()) {
      case ALL_FUNCTIONS ->
          "ALL_FUNCTIONS, VICIdial's default, covers functions that are new, and %s may call them: %s"
              .formatted(accounts, functions);
      case FUNCTION_LISTS ->
          "api_allowed_functions is looked at now, and was not before; %s without ALL_FUNCTIONS may call only what it lists of: %s"
              .formatted(accounts, functions);
    };
  }

  /** Why the result is not whole; nothing for one that is. */
  static List<String> incomplete(UpgradeResult result, String place) {
    List<String> reasons = new ArrayList<>(result.unknown());
    if (!result.problems().isEmpty()) {
      reasons.add(Text.plural(result.problems().size(), "problem") + place);
    }
    return reasons;
  }

  /** All in one line. */
  static String summary(UpgradeResult result) {
    String builds = builds(result.from()) + " to " + builds(result.to());
    if (!result.ofAccounts()) {
      int changes = result.demands().size() + result.logins().size();
      return "from %s: %s"
          .formatted(
              builds,
              changes == 0 && result.newer() ? nothing(result) : Text.plural(changes, "change"));
    }
    long losing =
        result.accounts().stream()
            .filter(a -> !a.change().calls(CallChange.Kind.LOST).isEmpty())
            .count();
    long gaining =
        result.accounts().stream()
            .filter(a -> !a.change().calls(CallChange.Kind.GAINED).isEmpty())
            .count();
    return "%s checked from %s: %s"
        .formatted(
            Text.plural(result.checked(), "account"),
            builds,
            result.accounts().isEmpty()
                ? nothing(result)
                : "%d lose %s, %d gain %s"
                    .formatted(
                        losing,
                        Text.plural(result.count(CallChange.Kind.LOST), "call"),
                        gaining,
                        Text.plural(result.count(CallChange.Kind.GAINED), "call")));
  }

  /** Returns a sentence for the case that no change is known. */
  private static String nothing(UpgradeResult result) {
    return (result.newer() ? "nothing that is known changes" : "nothing changes")
        + (result.problems().isEmpty() ? "" : " in what could be read");
  }

  private static String builds(Builds builds) {
    return "build %s (Agent API %s)".formatted(builds.nonAgent(), builds.agent());
  }
}
