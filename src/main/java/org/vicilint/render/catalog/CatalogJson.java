package org.vicilint.render.catalog;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Function;
import org.vicilint.catalog.Operation;
import org.vicilint.catalog.Requirement;
import org.vicilint.render.CatalogFields;
import org.vicilint.render.Json;

/** The catalog for programs. */
public final class CatalogJson {
  private CatalogJson() {}

  /** Writes the functions with what they need on the builds, and their history. */
  public static void write(Writer out, List<Function> functions, Builds builds) throws IOException {
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeStringField("tool", "vicilint");
      json.writeStringField("build", builds.nonAgent().toString());
      json.writeStringField("agent_build", builds.agent().toString());
      json.writeArrayFieldStart("functions");
      for (Function function : functions) {
        function(json, function, builds);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  private static void function(JsonGenerator json, Function function, Builds builds)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("function", function.name());
    json.writeStringField("api", function.api().word());
    json.writeStringField("summary", function.summary());
    json.writeStringField("category", function.category());
    json.writeStringField("effect", function.effect().word());
    json.writeStringField("since", function.since().toString());
    json.writeBooleanField("needs_login", function.needsLogin());
    Requirement now = function.at(builds.of(function.api())).orElse(null);
    json.writeFieldName("requires");
    CatalogFields.requirement(json, now);
    json.writeArrayFieldStart("history");
    for (Requirement entry : function.history()) {
      CatalogFields.requirement(json, entry);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("operations");
    for (Operation operation : function.operations()) {
      json.writeStartObject();
      json.writeStringField("operation", operation.name());
      json.writeStringField("summary", operation.summary());
      json.writeStringField("effect", operation.effect().word());
      json.writeArrayFieldStart("history");
      for (Requirement entry : operation.history()) {
        CatalogFields.requirement(json, entry);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
