package org.vicilint.render.access;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.vicilint.access.AccessEvaluator;
import org.vicilint.access.Gate;
import org.vicilint.access.PageDecision;
import org.vicilint.engine.PageMatrix;
import org.vicilint.model.Change;
import org.vicilint.render.CatalogFields;
import org.vicilint.render.Json;

/** One decision on a page for programs, with the field names of the matrix. */
public final class CanPageJson {
  private CanPageJson() {}

  /**
   * Writes the decision as one object.
   *
   * @param complete whether everything could be read that it rests on
   */
  public static void write(
      Writer out, PageDecision decision, AccessEvaluator access, boolean complete)
      throws IOException {
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeBooleanField("complete", complete);
      json.writeStringField("user", decision.account().user());
      json.writeStringField("page", decision.page().name());
      json.writeStringField("build", access.builds().nonAgent().toString());
      CatalogFields.basis(json, access.pages().known(), access.builds().nonAgent());
      json.writeStringField("category", decision.page().category());
      CatalogFields.effect(json, decision.page().effect());
      json.writeStringField("decision", PageMatrix.decision(decision.open()));
      json.writeStringField("gate", decision.refusal().map(Gate.Kind::word).orElse(null));
      json.writeArrayFieldStart("gates");
      for (Gate gate : decision.gates()) {
        gate(json, decision, gate, 0);
      }
      for (int way = 0; way < decision.ways().size(); way++) {
        for (Gate gate : decision.ways().get(way)) {
          gate(json, decision, gate, way + 1);
        }
      }
      json.writeEndArray();
      json.writeArrayFieldStart("changes");
      for (Change change : decision.opening()) {
        Json.change(json, change);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("closing");
      if (decision.closing() != null) {
        Json.change(json, decision.closing());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  /** Writes a gate; gates of level and flags have the number of their alternative, from 1. */
  private static void gate(JsonGenerator json, PageDecision decision, Gate gate, int way)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("gate", gate.kind().word());
    if (way > 0) {
      json.writeNumberField("alternative", way);
    }
    CanJson.fields(json, decision.account(), gate);
    json.writeEndObject();
  }
}
