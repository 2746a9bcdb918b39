package org.vicilint.render.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Status;
import org.vicilint.profile.Baseline;
import org.vicilint.render.Json;

/**
 * The findings of a run, to be known to later runs. A waived finding is left out: when its waiver
 * ends, it counts.
 */
public final class BaselineJson {
  /** Grows when a field is renamed, removed or changes its meaning; not when one is added. */
  private static final int SCHEMA_VERSION = 1;

  /** So many are sorted at once. */
  private static final int HELD = 500_000;

  private static final int DIGITS = 4;
  private static final long RANGES = 1L << (4 * DIGITS);

  private BaselineJson() {}

  /** Writes the baseline. Nothing in it depends on files, lines, or when and where it was made. */
  public static void write(Writer out, LintResult result) throws IOException {
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeNumberField("schema_version", SCHEMA_VERSION);
      json.writeStringField("tool", "vicilint");
      json.writeStringField("build", result.access().builds().nonAgent().toString());
      json.writeArrayFieldStart("findings");
      // They stand by fingerprint. To sort too many, one would have to hold them: these are gone
      // over several times, for a range of fingerprints each time.
      long rounds = result.findings().tally().total() / HELD + 1;
      for (long round = 0; round < rounds; round++) {
        write(json, entries(result, RANGES * round / rounds, RANGES * (round + 1) / rounds));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  /** Returns the entries whose fingerprint begins with a number of this range, in order. */
  private static List<Baseline.Entry> entries(LintResult result, long from, long to) {
    List<Baseline.Entry> entries = new ArrayList<>();
    for (Finding finding : result.findings()) {
      if (finding.status() != Status.WAIVED) {
        String fingerprint = finding.fingerprint();
        int range = Integer.parseInt(fingerprint, 0, DIGITS, 16);
        if (from <= range && range < to) {
          entries.add(
              new Baseline.Entry(fingerprint, finding.rule(), finding.user(), finding.severity()));
        }
      }
    }
    entries.sort(
        Comparator.comparing(Baseline.Entry::fingerprint)
            .thenComparing(Baseline.Entry::rule)
            .thenComparing(Baseline.Entry::user));
    return entries;
  }

  private static void write(JsonGenerator json, List<Baseline.Entry> entries) throws IOException {
    for (Baseline.Entry entry : entries) {
      json.writeStartObject();
      json.writeStringField("fingerprint", entry.fingerprint());
      json.writeStringField("rule", entry.rule());
      json.writeStringField("user", entry.user());
      json.writeStringField("severity", entry.severity().word());
      json.writeEndObject();
    }
  }
}
