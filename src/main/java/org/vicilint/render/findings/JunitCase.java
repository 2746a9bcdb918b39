package org.vicilint.render.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;
import org.vicilint.model.Change;
import org.vicilint.model.Problem;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/**
 * A test case of a JUnit report.
 *
 * @param name what it checks
 * @param message why it did not pass; empty when it did
 * @param type the worst severity; empty when it is not about findings
 * @param detail for people; may be empty
 * @param findings what was found
 */
record JunitCase(
    String name,
    Outcome outcome,
    String message,
    String type,
    String detail,
    List<Finding> findings) {

  /** How a test case ends. */
  enum Outcome {
    PASSED,
    FAILED,
    ERROR,
    SKIPPED
  }

  /** A case that passed, and what is to be said of it. */
  static JunitCase passed(String name, String detail) {
    return new JunitCase(name, Outcome.PASSED, "", "", detail, List.of());
  }

  /**
   * Findings that are too many to be listed.
   *
   * @param failed whether the run fails; then this case does, too
   */
  static JunitCase left(long left, long all, boolean failed) {
    String message = "%d of %d findings are not listed, the least bad ones".formatted(left, all);
    return failed
        ? new JunitCase("more findings", Outcome.FAILED, message, "more", message, List.of())
        : passed("more findings", message);
  }

  /** Returns a case for a source that could not be read. */
  static JunitCase of(Problem problem) {
    String place = Printable.of(problem.place().toString());
    return new JunitCase(
        "problem " + place,
        Outcome.ERROR,
        Printable.of(problem.reason()),
        "problem",
        "at: " + place + "\nhint: " + Printable.of(problem.hint()),
        List.of());
  }

  /**
   * A rule on an account. It fails when one of the findings fails the run, and is skipped when none
   * of them counts.
   *
   * @param findings the worst first; none when the account is as it should be
   * @param failOn findings at this level or above fail; null for never
   */
  static JunitCase of(String rule, String user, List<Finding> findings, Severity failOn) {
    String name = Printable.of(rule) + " " + Printable.of(user);
    if (findings.isEmpty()) {
      return passed(name, "");
    }
    List<Finding> failing =
        findings.stream()
            .filter(f -> f.open() && failOn != null && f.severity().atLeast(failOn))
            .toList();
    String detail = findings.stream().map(JunitCase::detail).collect(Collectors.joining("\n"));
    String worst = findings.get(0).severity().word();
    if (!failing.isEmpty()) {
      String message = joined(failing.stream().map(Finding::message).toList());
      String type = failing.get(0).severity().word();
      return new JunitCase(name, Outcome.FAILED, message, type, detail, findings);
    }
    if (findings.stream().anyMatch(Finding::open)) {
      return new JunitCase(name, Outcome.PASSED, "", worst, detail, findings);
    }
    String message = joined(findings.stream().map(JunitCase::status).distinct().toList());
    return new JunitCase(name, Outcome.SKIPPED, message, worst, detail, findings);
  }

  private static String joined(List<String> texts) {
    return texts.stream().map(Printable::of).collect(Collectors.joining("; "));
  }

  private static String detail(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(finding.severity().word() + ": " + Printable.of(finding.message()));
    if (finding.status() != Status.OPEN) {
      lines.add(Printable.of(status(finding)));
    }
    lines.add("at: " + Printable.of(finding.place().toString()));
    for (Change change : finding.changes()) {
      lines.add("fix: " + Text.change(change.column(), change.from(), change.to()));
    }
    return String.join("\n", lines);
  }

  private static String status(Finding finding) {
    String word = finding.status().word();
    return finding.because().isEmpty() ? word : word + ": " + finding.because();
  }
}
