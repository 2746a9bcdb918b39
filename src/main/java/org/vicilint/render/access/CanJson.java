package org.vicilint.render.access;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.vicilint.access.Decision;
import org.vicilint.access.Gate;
import org.vicilint.catalog.Builds;
import org.vicilint.model.Account;
import org.vicilint.model.Change;
import org.vicilint.render.Json;

/** One decision for programs, with the field names of the matrix. */
public final class CanJson {
  private CanJson() {}

  /**
   * Writes the decision as one object.
   *
   * @param complete whether everything could be read that it rests on
   */
  public static void write(Writer out, Decision decision, Builds builds, boolean complete)
      throws IOException {
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeBooleanField("complete", complete);
      json.writeStringField("user", decision.account().user());
      json.writeStringField("api", decision.function().api().word());
      json.writeStringField("build", builds.of(decision.function().api()).toString());
      json.writeStringField("function", decision.function().name());
      if (decision.operation() != null) {
        json.writeStringField("operation", decision.operation().name());
      }
      json.writeStringField("decision", decision.verdict().name());
      json.writeStringField("gate", decision.failed().map(g -> g.kind().word()).orElse(null));
      json.writeStringField("answer", decision.granted() ? null : decision.answer());
      json.writeArrayFieldStart("gates");
      for (Gate gate : decision.gates()) {
        json.writeStartObject();
        json.writeStringField("gate", gate.kind().word());
        fields(json, decision.account(), gate);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("changes");
      for (Change change : decision.opening()) {
        Json.change(json, change);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  /** Writes the fields of a gate after its name. */
  static void fields(JsonGenerator json, Account account, Gate gate) throws IOException {
    json.writeStringField("name", gate.column());
    json.writeStringField("required", gate.required());
    json.writeStringField("actual", gate.actual());
    json.writeBooleanField("passed", gate.passed());
    Json.place(json, account.place(gate.column()));
  }
}
