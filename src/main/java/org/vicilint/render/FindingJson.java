package org.vicilint.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.vicilint.finding.Evidence;
import org.vicilint.finding.Finding;
import org.vicilint.model.Change;

/** A finding as a JSON object, as all outputs write it. */
public final class FindingJson {
  private FindingJson() {}

  public static void write(JsonGenerator json, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", finding.rule());
    json.writeStringField("severity", finding.severity().word());
    json.writeStringField("confidence", finding.confidence().word());
    json.writeStringField("status", finding.status().word());
    json.writeStringField("because", finding.because());
    json.writeStringField("user", finding.user());
    json.writeStringField("message", finding.message());
    Json.place(json, finding.place());
    json.writeStringField("fingerprint", finding.fingerprint());
    json.writeArrayFieldStart("evidence");
    for (Evidence evidence : finding.evidence()) {
      json.writeStartObject();
      json.writeStringField("name", evidence.column());
      json.writeStringField("value", evidence.value());
      Json.place(json, evidence.place());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("changes");
    for (Change change : finding.changes()) {
      Json.change(json, change);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes the field {@code findings}: those that lint will report of a proposal. */
  public static void foreseen(JsonGenerator json, List<Finding> findings) throws IOException {
    json.writeArrayFieldStart("findings");
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("rule", finding.rule());
      json.writeStringField("severity", finding.severity().word());
      json.writeStringField("message", finding.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
