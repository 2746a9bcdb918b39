package org.vicilint.render.findings;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vicilint.engine.LintResult;
import org.vicilint.engine.WorstFirst;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;
import org.vicilint.model.Change;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/**
 * Findings as workflow commands of GitHub Actions, one line each, which become annotations.
 *
 * <p>GitHub shows only the first few annotations of a step, so problems come first, then the open
 * findings with the worst at the front, then those that do not count.
 */
public final class LintGithub {
  private LintGithub() {}

  /** Writes a command for each problem and finding, and one with the counts. */
  public static void write(Writer out, LintResult result) throws IOException {
    for (Problem problem : result.problems()) {
      command(out, "error", problem.place(), "vicilint: incomplete", problem(problem));
    }
    for (Finding finding : WorstFirst.byStatus(result.findings())) {
      command(out, level(finding), finding.place(), title(finding), message(finding));
    }
    out.write("::notice title=vicilint::" + data(counts(result)) + "\n");
    out.flush();
  }

  /** Returns the counts of findings in one line. */
  static String counts(LintResult result) {
    List<String> parts = new ArrayList<>();
    long open = result.count(Status.OPEN);
    if (open > 0) {
      List<String> counts = new ArrayList<>();
      for (Map.Entry<Severity, Long> count : result.counts().entrySet()) {
        if (count.getValue() > 0) {
          counts.add(count.getValue() + " " + count.getKey().word());
        }
      }
      parts.add(Text.plural(open, "finding") + " (" + String.join(", ", counts) + ")");
    } else {
      parts.add(result.complete() ? "no findings" : "no findings in what could be read");
    }
    for (Status status : List.of(Status.WAIVED, Status.BASELINED)) {
      if (result.count(status) > 0) {
        parts.add(result.count(status) + " " + status.word());
      }
    }
    if (!result.complete()) {
      parts.add(Text.plural(result.problems().size(), "problem") + " while reading");
    }
    return Text.plural(result.accounts().size(), "account")
        + " checked: "
        + String.join(", ", parts);
  }

  /** A place's source as forges name a file: with slashes, and no {@code ./} in front. */
  static String path(SourceLocation place) {
    String path = place.source().replace(File.separatorChar, '/');
    while (path.startsWith("./")) {
      path = path.substring(2);
    }
    return path;
  }

  private static String level(Finding finding) {
    if (!finding.open()) {
      return "notice";
    }
    return switch (finding.severity()) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "notice";
    };
  }

  private static String title(Finding finding) {
    String likely = finding.confidence() == Confidence.LIKELY ? ", likely" : "";
    return finding.rule() + " (" + finding.severity().word() + likely + ")";
  }

  /** Already escaped, since it has lines of its own. */
  private static String message(Finding finding) {
    StringBuilder text = new StringBuilder();
    text.append(data(finding.user())).append(": ").append(data(finding.message()));
    if (!finding.open()) {
      text.append("%0A").append(finding.status().word());
      if (!finding.because().isEmpty()) {
        text.append(": ").append(data(finding.because()));
      }
      return text.toString();
    }
    for (Change change : finding.changes()) {
      text.append("%0Afix: ").append(data(change.column())).append(": ");
      text.append(escaped(Text.value(change.from()))).append(" → ");
      text.append(escaped(Text.value(change.to())));
    }
    return text.toString();
  }

  private static String problem(Problem problem) {
    String hint = problem.hint().isEmpty() ? "" : "%0Ahint: " + data(problem.hint());
    return data(problem.reason()) + hint;
  }

  private static void command(
      Writer out, String level, SourceLocation place, String title, String message)
      throws IOException {
    StringBuilder line = new StringBuilder("::").append(level).append(' ');
    // Standard input has no file to annotate.
    if (!place.source().isEmpty() && !place.source().equals("-")) {
      line.append("file=").append(property(path(place))).append(',');
      if (place.line() > 0) {
        line.append("line=").append(place.line()).append(',');
        if (place.column() > 0) {
          line.append("col=").append(place.column()).append(',');
        }
      }
    }
    line.append("title=").append(property(title)).append("::").append(message).append('\n');
    out.write(line.toString());
  }

  private static String data(String text) {
    return escaped(Printable.of(text));
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
