package org.vicilint.render.catalog;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vicilint.finding.Severity;
import org.vicilint.render.Json;
import org.vicilint.rules.RulePage;

/** Rules for programs. */
public final class RulesJson {
  private RulesJson() {}

  /** Writes the rules as one object. */
  public static void write(Writer out, List<RulePage> pages) throws IOException {
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeStringField("tool", "vicilint");
      json.writeArrayFieldStart("rules");
      for (RulePage page : pages) {
        json.writeStartObject();
        json.writeStringField("rule", page.id());
        json.writeStringField("title", page.title());
        json.writeStringField("severity", page.severity().word());
        json.writeObjectFieldStart("variants");
        for (Map.Entry<String, Severity> variant : new TreeMap<>(page.variants()).entrySet()) {
          json.writeStringField(variant.getKey(), variant.getValue().word());
        }
        json.writeEndObject();
        json.writeStringField("category", page.category());
        json.writeStringField("since", page.since());
        json.writeStringField("why", page.why());
        json.writeArrayFieldStart("references");
        for (String reference : page.references()) {
          json.writeString(reference);
        }
        json.writeEndArray();
        if (page.url().isPresent()) {
          json.writeStringField("url", page.url().get());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }
}
