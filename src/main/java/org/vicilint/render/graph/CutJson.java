package org.vicilint.render.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.vicilint.catalog.Api;
import org.vicilint.engine.CutResult;
import org.vicilint.render.Json;
import org.vicilint.takeover.cut.Cut;
import org.vicilint.takeover.cut.TakeoverTotals;

/** Cuts for programs. */
public final class CutJson {
  private static final int SCHEMA_VERSION = 1;

  private CutJson() {}

  /** Writes the result as one object. */
  public static void write(Writer out, CutResult result) throws IOException {
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeNumberField("schema_version", SCHEMA_VERSION);
      json.writeStringField("tool", "vicilint");
      json.writeStringField("build", result.builds().of(Api.NON_AGENT).toString());
      json.writeStringField("agent_build", result.builds().of(Api.AGENT).toString());
      json.writeNumberField("accounts", result.accounts());
      json.writeBooleanField("complete", result.problems().isEmpty());
      tally(json, "before", result.cuts().before());
      json.writeArrayFieldStart("cuts");
      for (Cut cut : result.cuts().cuts()) {
        json.writeStartObject();
        Json.texts(json, "users", cut.users());
        json.writeFieldName("change");
        Json.change(json, cut.change());
        json.writeBooleanField("certain", cut.certain());
        tally(json, "removes", cut.removes());
        tally(json, "left", cut.left());
        json.writeEndObject();
      }
      json.writeEndArray();
      Json.problems(json, result.problems());
      Json.texts(json, "notes", result.notes());
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  private static void tally(JsonGenerator json, String name, TakeoverTotals tally)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("pairs", tally.pairs());
    json.writeNumberField("weight", tally.weight());
    json.writeNumberField("accounts_reaching_level_9", tally.high());
    json.writeEndObject();
  }
}
