package org.vicilint.render.findings;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vicilint.engine.ByAccount;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.profile.Baseline;
import org.vicilint.render.Style;
import org.vicilint.render.Wrap;
import org.vicilint.rules.AuditedAccount;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/** Findings for people: by account, each with its location and its fix. */
public final class LintText {
  private static final String INDENT = "            ";

  private final PrintWriter out;
  private final Style style;

  public LintText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Prints the whole result, problems aside: those go to the error stream. */
  public void print(LintResult result) {
    findings(result);
    why(result);
    summary(result);
  }

  /** Prints the findings alone. */
  public void findings(LintResult result) {
    List<ByAccount.Entry> onWaivers = new ArrayList<>();
    for (ByAccount.Entry entry : FoundByAccount.of(result)) {
      if (entry.audited() == null) {
        onWaivers.add(entry);
      } else {
        heading(entry.audited());
        entry.findings().forEach(this::finding);
        out.println();
      }
    }
    for (ByAccount.Entry entry : onWaivers) {
      out.println(style.bold(Printable.of(entry.user())) + style.dim("  (waiver)"));
      entry.findings().forEach(this::finding);
      out.println();
    }
  }

  private void heading(AuditedAccount audited) {
    Account account = audited.account();
    StringBuilder line = new StringBuilder(style.bold(Printable.of(account.user())));
    if (!account.fullName().isEmpty()) {
      line.append("  ").append(Printable.of(account.fullName()));
    }
    line.append(style.dim("  level " + account.userLevel() + ", " + kind(audited)));
    out.println(line);
  }

  /** The kind in words, with what it was inferred from. */
  public static String kind(AuditedAccount audited) {
    String word = audited.kind().word();
    return audited.inferred() ? "likely a " + word + ": " + audited.inferredFrom() : word;
  }

  private void finding(Finding finding) {
    String word = pad(finding.severity().word(), 8);
    if (finding.open()) {
      String likely = finding.confidence() == Confidence.LIKELY ? style.dim("  likely") : "";
      out.println(
          "  "
              + style.severity(finding.severity(), word)
              + "  "
              + style.bold(finding.rule())
              + likely);
    } else {
      out.println("  " + style.dim(word + "  " + finding.rule() + "  " + finding.status().word()));
      Wrap.print(out, Printable.of(finding.because()), INDENT);
    }
    Wrap.print(out, Printable.of(finding.message()), INDENT);
    out.println(INDENT + style.dim("at   ") + Printable.of(finding.place().toString()));
    for (Change change : finding.changes()) {
      out.println(INDENT + style.dim("fix  ") + change(change));
    }
  }

  private String change(Change change) {
    return change.column()
        + ": "
        + Text.value(change.from())
        + " → "
        + style.green(Text.value(change.to()));
  }

  private void why(LintResult result) {
    if (result.count(Status.OPEN) == 0) {
      return;
    }
    out.println(style.bold("Why it matters"));
    result
        .findings()
        .tally()
        .byRule()
        .forEach(
            (rule, counts) -> {
              if (counts.count(Status.OPEN) > 0) {
                out.println("  " + style.bold(rule));
                Wrap.print(out, Printable.page(result.pages().get(rule).why()), "    ");
              }
            });
    out.println();
  }

  private void summary(LintResult result) {
    String counts =
        result.counts().entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .map(e -> e.getValue() + " " + e.getKey().word())
            .collect(Collectors.joining(", "));
    long findings = result.count(Status.OPEN);
    int problems = result.problems().size();
    String line =
        "%s checked on build %s (Agent API %s), profile %s: %s"
            .formatted(
                Text.plural(result.accounts().size(), "account"),
                result.access().builds().nonAgent(),
                result.access().builds().agent(),
                Printable.of(result.profileName()),
                findings > 0
                    ? Text.plural(findings, "finding") + " (" + counts + ")"
                    : result.complete() ? "no findings" : "no findings in what could be read");
    out.println(findings == 0 && result.complete() ? style.green(line) : style.bold(line));
    aside(result);
    if (problems > 0) {
      out.println(
          style.severity(
              Severity.HIGH,
              "Incomplete: " + Text.plural(problems, "problem") + " while reading, see above"));
    }
    result.notes().forEach(note -> out.println(style.dim("note: ") + Printable.of(note)));
  }

  /** Prints the waived and known findings, and the rules that did not run. */
  private void aside(LintResult result) {
    for (Status status : List.of(Status.WAIVED, Status.BASELINED)) {
      if (result.count(status) > 0) {
        out.println(result.count(status) + " more " + status.word());
      }
    }
    for (Baseline.Entry gone : result.gone()) {
      out.println(
          "gone since the baseline: %s of %s"
              .formatted(Printable.of(gone.rule()), Printable.of(gone.user())));
    }
    // A note reports the rules that wait for a log.
    List<String> skipped =
        result.skipped().stream().filter(id -> !result.waiting().contains(id)).toList();
    if (!skipped.isEmpty()) {
      Wrap.print(out, "rules that did not run: " + String.join(", ", skipped), "");
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
