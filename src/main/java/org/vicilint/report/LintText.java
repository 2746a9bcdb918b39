package org.vicilint.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.rule.AuditedAccount;

/** Findings for people: by account, each with its place and the change that mends it. */
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
    Map<String, List<Finding>> byUser =
        result.findings().stream().collect(Collectors.groupingBy(Finding::user));
    for (AuditedAccount audited : result.accounts()) {
      List<Finding> findings = byUser.remove(audited.account().user());
      if (findings != null) {
        heading(audited);
        findings.forEach(this::finding);
        out.println();
      }
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
  static String kind(AuditedAccount audited) {
    String word = audited.kind().word();
    return audited.inferred() ? "likely a " + word + ": " + audited.inferredFrom() : word;
  }

  private void finding(Finding finding) {
    String severity = style.severity(finding.severity(), pad(finding.severity().word(), 8));
    out.println("  " + severity + "  " + style.bold(finding.rule()));
    Wrap.print(out, Printable.of(finding.message()), INDENT);
    out.println(INDENT + style.dim("at   ") + Printable.of(finding.place().toString()));
    for (Change change : finding.changes()) {
      out.println(INDENT + style.dim("fix  ") + change(change));
    }
  }

  private String change(Change change) {
    return "%s: %s → %s"
        .formatted(change.column(), value(change.from()), style.green(value(change.to())));
  }

  /** Quoted where the blanks matter. */
  static String value(String value) {
    boolean plain = !value.isEmpty() && value.equals(value.strip()) || value.startsWith("(");
    return plain ? Printable.of(value) : Printable.quoted(value);
  }

  private void why(LintResult result) {
    TreeSet<String> rules =
        result.findings().stream()
            .map(Finding::rule)
            .collect(Collectors.toCollection(TreeSet::new));
    if (rules.isEmpty()) {
      return;
    }
    out.println(style.bold("Why it matters"));
    for (String rule : rules) {
      out.println("  " + style.bold(rule));
      Wrap.print(out, result.pages().get(rule).why(), "    ");
    }
    out.println();
  }

  private void summary(LintResult result) {
    String counts =
        result.counts().entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .map(e -> e.getValue() + " " + e.getKey().word())
            .collect(Collectors.joining(", "));
    int findings = result.findings().size();
    int problems = result.problems().size();
    String line =
        "%s checked on build %s (Agent API %s): %s"
            .formatted(
                plural(result.accounts().size(), "account"),
                result.access().builds().nonAgent(),
                result.access().builds().agent(),
                findings == 0 ? "no findings" : plural(findings, "finding") + " (" + counts + ")");
    out.println(findings == 0 && result.complete() ? style.green(line) : style.bold(line));
    if (problems > 0) {
      out.println(
          style.severity(
              Severity.HIGH,
              "Incomplete: " + plural(problems, "problem") + " while reading, see above"));
    }
    result.notes().forEach(note -> out.println(style.dim("note: ") + Printable.of(note)));
  }

  /** {@code 1 account}, {@code 2 accounts}. */
  static String plural(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
