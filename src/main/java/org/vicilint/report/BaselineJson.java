package org.vicilint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Status;

/**
 * The findings of a run, to be known to later runs. A waived finding is left out: when its waiver
 * ends, it counts.
 */
public final class BaselineJson {
  /** Grows when a field is renamed, removed or changes its meaning; not when one is added. */
  private static final int SCHEMA_VERSION = 1;

  private BaselineJson() {}

  /** Writes the baseline. Nothing in it depends on files, lines, or when and where it was made. */
  public static void write(Writer out, LintResult result) throws IOException {
    List<Finding> findings =
        result.findings().stream()
            .filter(finding -> finding.status() != Status.WAIVED)
            .sorted(
                Comparator.comparing(Finding::fingerprint)
                    .thenComparing(Finding::rule)
                    .thenComparing(Finding::user))
            .toList();
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeNumberField("schema_version", SCHEMA_VERSION);
      json.writeStringField("tool", "vicilint");
      json.writeStringField("build", result.access().builds().nonAgent().toString());
      json.writeArrayFieldStart("findings");
      for (Finding finding : findings) {
        json.writeStartObject();
        json.writeStringField("fingerprint", finding.fingerprint());
        json.writeStringField("rule", finding.rule());
        json.writeStringField("user", finding.user());
        json.writeStringField("severity", finding.severity().word());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }
}
