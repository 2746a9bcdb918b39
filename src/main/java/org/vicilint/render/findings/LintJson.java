package org.vicilint.render.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;
import org.vicilint.profile.Baseline;
import org.vicilint.render.FindingJson;
import org.vicilint.render.Json;

/** Findings for programs. The names of the fields are a contract, see docs/stability.md. */
public final class LintJson {
  /** Grows when a field is renamed, removed or changes its meaning; not when one is added. */
  private static final int SCHEMA_VERSION = 1;

  private LintJson() {}

  /** Writes the whole result as one object. */
  public static void write(Writer out, LintResult result) throws IOException {
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeNumberField("schema_version", SCHEMA_VERSION);
      json.writeStringField("tool", "vicilint");
      json.writeStringField("tool_version", result.occasion().version());
      json.writeStringField("build", result.access().builds().nonAgent().toString());
      json.writeStringField("agent_build", result.access().builds().agent().toString());
      json.writeStringField("profile", result.profile().name());
      json.writeStringField("fail_on", result.failOn() == null ? "never" : result.failOn().word());
      json.writeNumberField("accounts", result.accounts().size());
      json.writeBooleanField("complete", result.complete());
      json.writeBooleanField("failed", result.failed());
      json.writeObjectFieldStart("counts");
      for (Map.Entry<Severity, Long> count : result.counts().entrySet()) {
        json.writeNumberField(count.getKey().word(), count.getValue());
      }
      json.writeNumberField("waived", result.count(Status.WAIVED));
      json.writeNumberField("baselined", result.count(Status.BASELINED));
      json.writeEndObject();
      json.writeArrayFieldStart("findings");
      for (Finding finding : result.findings()) {
        FindingJson.write(json, finding);
      }
      json.writeEndArray();
      Json.problems(json, result.problems());
      Json.texts(json, "notes", result.notes());
      Json.texts(json, "rules", result.pages().keySet());
      Json.texts(json, "rules_skipped", result.skipped());
      json.writeArrayFieldStart("gone");
      for (Baseline.Entry entry : result.gone()) {
        json.writeStartObject();
        json.writeStringField("fingerprint", entry.fingerprint());
        json.writeStringField("rule", entry.rule());
        json.writeStringField("user", entry.user());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }
}
