package org.vicilint.report;

import java.io.IOException;
import java.io.Writer;
import org.vicilint.finding.Finding;
import org.vicilint.model.Problem;
import org.vicilint.request.Prediction;

/** Requests as a page or a comment in Markdown, for the ticket that asks for them. */
public final class RequestMarkdown {
  private static final int LONG = 1000;

  private RequestMarkdown() {}

  /** Writes all requests. */
  public static void write(Writer out, RequestResult result) throws IOException {
    out.write(
        "## vicilint: %s\n\n%d would succeed, %d would be refused, %d not certain. Build %s.\n"
            .formatted(
                LintText.plural(result.entries().size(), "request"),
                result.count(Prediction.Outcome.SUCCESS),
                result.count(Prediction.Outcome.REFUSED),
                result.count(Prediction.Outcome.UNCERTAIN),
                result.builds().nonAgent()));
    for (RequestResult.Entry entry : result.entries()) {
      request(out, entry);
    }
    if (!result.problems().isEmpty()) {
      out.write("\n### What could not be read\n\n");
      for (Problem problem : result.problems()) {
        out.write(
            "- %s: %s (%s)\n"
                .formatted(
                    LintMarkdown.code(problem.place().toString()),
                    LintMarkdown.text(problem.reason(), LONG),
                    LintMarkdown.text(problem.hint(), LONG)));
      }
    }
    if (!result.notes().isEmpty()) {
      out.write("\n### Notes\n\n");
      for (String note : result.notes()) {
        out.write("- " + LintMarkdown.text(note, LONG) + "\n");
      }
    }
    out.flush();
  }

  private static void request(Writer out, RequestResult.Entry entry) throws IOException {
    Prediction prediction = entry.prediction();
    out.write(
        "\n### %d. %s by %s\n\n"
            .formatted(
                prediction.request().number(),
                LintMarkdown.code(prediction.request().function()),
                LintMarkdown.code(prediction.request().caller())));
    for (String line : prediction.answer()) {
      out.write("- answer: " + LintMarkdown.code(line) + "\n");
    }
    if (!prediction.stored().isEmpty()) {
      out.write(
          "- stored: " + LintMarkdown.text(RequestText.stored(prediction.stored()), LONG) + "\n");
    }
    if (entry.power() != null) {
      out.write("- power: " + LintMarkdown.text(RequestText.power(entry.power()), LONG) + "\n");
    }
    for (String note : prediction.notes()) {
      out.write("- note: " + LintMarkdown.text(note, LONG) + "\n");
    }
    for (Finding finding : entry.findings()) {
      out.write(
          "- %s%s: %s %s\n"
              .formatted(
                  finding.severity().word(),
                  finding.open() ? "" : " (" + finding.status().word() + ")",
                  LintMarkdown.code(finding.rule()),
                  LintMarkdown.text(finding.message(), LONG)));
    }
  }
}
