package org.vicilint.render.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vicilint.engine.LintResult;
import org.vicilint.engine.WorstFirst;
import org.vicilint.finding.Evidence;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Status;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.render.GzipSize;
import org.vicilint.render.Json;
import org.vicilint.text.Printable;
import org.vicilint.text.Text;

/**
 * Findings as SARIF 2.1.0, for code scanning. The worst come first, since consumers cut the end.
 *
 * <p>The change stands in the message too, since code scanning shows no {@code fixes}.
 */
public final class LintSarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** GitHub refuses a run with more results. */
  private static final int MAX_RESULTS = 25_000;

  /** GitHub refuses a file that is larger than 10 MB when compressed; the rest is for the end. */
  private static final long MAX_COMPRESSED = 9_500_000;

  /** GitHub shows no more results of a run. */
  private static final int MAX_SHOWN = 5_000;

  private final JsonGenerator json;
  private final LintResult result;
  private final boolean compared;
  private final SarifPlaces places;
  private final SarifFixes fixes;
  private Map<String, Integer> rules = Map.of();

  private LintSarif(JsonGenerator json, LintResult result, Function<String, List<String>> lines) {
    this.json = json;
    this.result = result;
    this.places = new SarifPlaces(json);
    this.fixes = new SarifFixes(json, result, lines);
    this.compared =
        result.occasion().baseline()
            || result.count(Status.BASELINED) > 0
            || !result.gone().isEmpty();
  }

  /** Writes the whole result as one run, without fixes. */
  public static void write(Writer out, LintResult result) throws IOException {
    write(out, result, source -> List.of());
  }

  /**
   * Writes the whole result as one run.
   *
   * @param lines gives the lines of a source, for fixes; none when it cannot be read again
   */
  public static void write(Writer out, LintResult result, Function<String, List<String>> lines)
      throws IOException {
    write(out, result, lines, MAX_RESULTS, MAX_COMPRESSED);
  }

  /** Writes as many results as the limits allow, and says how many they left out. */
  static void write(
      Writer out,
      LintResult result,
      Function<String, List<String>> lines,
      int maxResults,
      long maxCompressed)
      throws IOException {
    GzipSize sized = new GzipSize(out);
    try (JsonGenerator json = Json.pretty(sized)) {
      new LintSarif(json, result, lines).log(sized, maxResults, maxCompressed);
    }
    out.write('\n');
    out.flush();
  }

  private void log(GzipSize sized, int maxResults, long maxCompressed) throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "vicilint");
    json.writeStringField("version", result.occasion().version());
    rules = new SarifRules(json, result).write(result.findings().tally().byRule().keySet());
    json.writeEndObject();
    json.writeEndObject();
    json.writeStringField("columnKind", "unicodeCodePoints");

    Iterator<Finding> findings = WorstFirst.openFirst(result.findings()).iterator();
    int written = 0;
    json.writeArrayFieldStart("results");
    while (written < maxResults && sized.compressed() < maxCompressed && findings.hasNext()) {
      finding(findings.next());
      written++;
    }
    json.writeEndArray();
    invocation(result.findings().tally().total(), written);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void finding(Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule());
    Integer index = rules.get(finding.rule());
    if (index != null) {
      json.writeNumberField("ruleIndex", index);
    }
    json.writeStringField("level", SarifRules.level(finding.severity()));
    places.message(text(finding));
    places.locations(finding.place());
    related(finding);
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("vicilint/v1", finding.fingerprint());
    json.writeEndObject();
    fixes.write(finding);
    if (finding.status() == Status.WAIVED) {
      json.writeArrayFieldStart("suppressions");
      json.writeStartObject();
      json.writeStringField("kind", "external");
      json.writeStringField("justification", Printable.of(finding.because()));
      json.writeEndObject();
      json.writeEndArray();
    }
    if (compared) {
      json.writeStringField(
          "baselineState", finding.status() == Status.BASELINED ? "unchanged" : "new");
    }
    json.writeObjectFieldStart("properties");
    json.writeStringField("user", finding.user());
    json.writeStringField("confidence", finding.confidence().word());
    json.writeStringField("severity", finding.severity().word());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String text(Finding finding) {
    String text = Printable.of(finding.user()) + ": " + Printable.of(finding.message());
    if (finding.changes().isEmpty()) {
      return text;
    }
    return text
        + " Fix: "
        + finding.changes().stream()
            .map(c -> Text.change(c.column(), c.from(), c.to()))
            .collect(Collectors.joining("; "));
  }

  private void related(Finding finding) throws IOException {
    List<Evidence> further =
        finding.evidence().stream().filter(e -> !e.place().equals(finding.place())).toList();
    if (further.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("relatedLocations");
    for (int i = 0; i < further.size(); i++) {
      Evidence evidence = further.get(i);
      json.writeStartObject();
      json.writeNumberField("id", i + 1);
      places.physical(evidence.place());
      places.message(Printable.of(evidence.column()) + ": " + Text.value(evidence.value()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void invocation(long findings, int written) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", result.complete());
    json.writeArrayFieldStart("toolExecutionNotifications");
    for (Problem problem : result.problems()) {
      notification(
          "error",
          Printable.of(problem.reason()) + ". Hint: " + Printable.of(problem.hint()),
          problem.place());
    }
    if (written < findings) {
      notification(
          "warning",
          "%d of %d findings are left out, the least bad ones: GitHub accepts no larger file."
              .formatted(findings - written, findings),
          null);
    }
    if (written > MAX_SHOWN) {
      notification(
          "note",
          "GitHub shows the first %d of these %d results.".formatted(MAX_SHOWN, written),
          null);
    }
    for (String note : result.notes()) {
      notification("note", Printable.of(note), null);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void notification(String level, String text, SourceLocation place) throws IOException {
    json.writeStartObject();
    json.writeStringField("level", level);
    places.message(text);
    if (place != null) {
      places.locations(place);
    }
    json.writeEndObject();
  }
}
