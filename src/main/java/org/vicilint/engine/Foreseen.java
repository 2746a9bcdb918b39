package org.vicilint.engine;

import java.util.Set;
import java.util.stream.Collectors;
import org.vicilint.finding.Finding;
import org.vicilint.model.Change;
import org.vicilint.text.Text;

/** Describes findings that lint will report on a proposal. */
public final class Foreseen {
  /** Keys that only a person can supply; calls do not decide them. */
  private static final Set<String> SAID =
      Set.of("owner", "purpose", "kind", "functions", "used_by", "pass", "active");

  private Foreseen() {}

  /** Returns a finding as a sentence: the rule, why it remains, and the change that helps. */
  public static String sentence(Finding finding) {
    boolean said = finding.changes().stream().allMatch(c -> SAID.contains(c.column()));
    String why =
        said && !finding.changes().isEmpty()
            ? "until somebody says more"
            : "since no smaller account can make these calls";
    String help =
        finding.changes().stream().map(Foreseen::change).collect(Collectors.joining(", or "));
    return "lint will report %s (%s), %s: %s%s"
        .formatted(
            finding.rule(),
            finding.severity().word(),
            why,
            finding.message(),
            help.isEmpty() ? "" : ". What helps: " + help);
  }

  private static String change(Change change) {
    return change.exact()
        ? change.column() + " " + Text.value(change.to())
        : change.column() + " " + change.to();
  }
}
