package org.vicilint.render.request;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.vicilint.engine.RequestResult;
import org.vicilint.finding.Finding;
import org.vicilint.render.Markdown;
import org.vicilint.simulate.Prediction;
import org.vicilint.text.Text;

/** Requests as a comment on the ticket that asks for them. */
public final class RequestMarkdown {
  private static final int LONG = 2000;

  private RequestMarkdown() {}

  /** Writes all requests that a comment has room for. */
  public static void write(Writer out, RequestResult result) throws IOException {
    String head =
        "## vicilint: %s\n\n%d would succeed, %d would be refused, %d not certain. Build %s.\n"
            .formatted(
                Text.plural(result.entries().size(), "request"),
                result.count(Prediction.Outcome.SUCCESS),
                result.count(Prediction.Outcome.REFUSED),
                result.count(Prediction.Outcome.UNCERTAIN),
                Markdown.text(result.builds().nonAgent().toString(), Markdown.NAME));
    String tail = Markdown.problems(result.problems()) + Markdown.notes(result.notes());
    List<String> requests = result.entries().stream().map(RequestMarkdown::request).toList();
    int room = Markdown.LIMIT - head.length() - tail.length();
    out.write(head);
    out.write(Markdown.section("", requests, room, "request"));
    out.write(tail);
    out.flush();
  }

  private static String request(RequestResult.Entry entry) {
    Prediction prediction = entry.prediction();
    StringBuilder text =
        new StringBuilder(
            "\n### %d. %s by %s\n\n"
                .formatted(
                    prediction.request().number(),
                    Markdown.code(prediction.function()),
                    Markdown.code(prediction.caller())));
    for (String line : prediction.answer()) {
      text.append("- answer: ").append(Markdown.code(line)).append('\n');
    }
    if (!prediction.stored().isEmpty()) {
      item(text, "stored", RequestText.stored(prediction.stored()));
    }
    if (entry.power() != null) {
      item(text, "power", RequestText.power(entry.power()));
    }
    prediction.notes().forEach(note -> item(text, "note", note));
    for (Finding finding : entry.findings()) {
      String status = finding.open() ? "" : " (" + finding.status().word() + ")";
      item(text, finding.severity().word() + status, finding.rule() + ": " + finding.message());
    }
    return text.toString();
  }

  private static void item(StringBuilder text, String name, String value) {
    text.append("- ").append(name).append(": ");
    text.append(Markdown.text(value, LONG)).append('\n');
  }
}
