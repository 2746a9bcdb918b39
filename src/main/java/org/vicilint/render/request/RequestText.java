package org.vicilint.render.request;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vicilint.engine.RequestResult;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.model.Change;
import org.vicilint.render.Style;
import org.vicilint.render.Wrap;
import org.vicilint.simulate.PredictedPower;
import org.vicilint.simulate.Prediction;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/** Requests for people: the answer of each, the stored columns, and notes. */
public final class RequestText {
  private static final String INDENT = "            ";
  private static final int MOST_NAMES = 8;

  private final PrintWriter out;
  private final Style style;

  public RequestText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Prints the whole result, problems aside: those go to the error stream. */
  public void print(RequestResult result) {
    for (RequestResult.Entry entry : result.entries()) {
      request(entry);
      out.println();
    }
    summary(result);
  }

  private void request(RequestResult.Entry entry) {
    Prediction prediction = entry.prediction();
    out.println(
        "%s  %s by %s  %s"
            .formatted(
                style.bold("Request " + prediction.request().number()),
                prediction.function(),
                Printable.of(prediction.caller()),
                style.dim(Printable.of(prediction.request().place().toString()))));
    for (String line : prediction.answer()) {
      String shown = Printable.of(line);
      out.println("  answer    " + (line.startsWith("ERROR") ? style.red(shown) : shown));
    }
    if (!prediction.stored().isEmpty()) {
      row("stored", stored(prediction.stored()));
    }
    if (entry.power() != null) {
      row("power", power(entry.power()));
    }
    prediction.notes().forEach(note -> row("note", note));
    entry.findings().forEach(this::finding);
  }

  private void row(String name, String text) {
    String head = "  " + name + " ".repeat(10 - name.length());
    String wrapped = Printable.of(text);
    Wrap.print(out, wrapped, head, INDENT);
  }

  /** Columns and values on one line. */
  static String stored(Map<String, String> stored) {
    return stored.entrySet().stream()
        .map(e -> e.getKey() + "=" + Text.value(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** The power of an account in words. */
  static String power(PredictedPower power) {
    String words = "may call %d of %d functions".formatted(power.callable(), power.of());
    if (!power.gained().isEmpty()) {
      words += "; new: " + names(power.gained());
    }
    if (!power.lost().isEmpty()) {
      words += "; no longer: " + names(power.lost());
    }
    return words;
  }

  private static String names(List<String> names) {
    return names.size() <= MOST_NAMES
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMES))
            + " and "
            + (names.size() - MOST_NAMES)
            + " more";
  }

  private void finding(Finding finding) {
    String word = finding.severity().word();
    String status = finding.open() ? "" : " (" + finding.status().word() + ")";
    out.println(
        "  "
            + style.severity(finding.severity(), word)
            + " ".repeat(Math.max(1, 10 - word.length()))
            + style.bold(finding.rule())
            + status);
    Wrap.print(out, Printable.of(finding.message()), INDENT);
    for (Change change : finding.changes()) {
      Wrap.print(out, "fix: " + Text.change(change.column(), change.from(), change.to()), INDENT);
    }
  }

  private void summary(RequestResult result) {
    String line =
        "%s on build %s: %d would succeed, %d would be refused"
            .formatted(
                Text.plural(result.entries().size(), "request"),
                result.builds().nonAgent(),
                result.count(Prediction.Outcome.SUCCESS),
                result.count(Prediction.Outcome.REFUSED));
    long uncertain = result.count(Prediction.Outcome.UNCERTAIN);
    if (uncertain > 0) {
      line += ", %d not certain".formatted(uncertain);
    }
    out.println(result.failed() || !result.complete() ? style.bold(line) : style.green(line));
    long altered = result.entries().stream().filter(e -> !e.prediction().asSent()).count();
    if (altered > 0) {
      out.println(Text.plural(altered, "request") + " not done or stored as sent");
    }
    long raising = result.entries().stream().filter(result::raises).count();
    if (raising > 0) {
      out.println(
          "findings at or above %s: %s"
              .formatted(result.failOn().word(), Text.plural(raising, "request")));
    }
    if (!result.problems().isEmpty()) {
      out.println(
          style.severity(
              Severity.HIGH,
              "Incomplete: "
                  + Text.plural(result.problems().size(), "problem")
                  + " while reading, see above"));
    }
    result.notes().forEach(note -> out.println(style.dim("note: ") + Printable.of(note)));
  }
}
