package org.vicilint.render.request;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import org.vicilint.engine.RequestResult;
import org.vicilint.finding.Finding;
import org.vicilint.render.FindingJson;
import org.vicilint.render.Json;
import org.vicilint.simulate.PredictedPower;
import org.vicilint.simulate.Prediction;

/** Requests for programs: one object a line, one line a request. */
public final class RequestJsonl {
  private RequestJsonl() {}

  /** Writes all requests; {@code power} is null where no account is made or changed. */
  public static void write(Writer out, RequestResult result) throws IOException {
    try (JsonGenerator json = Json.lines(out)) {
      for (RequestResult.Entry entry : result.entries()) {
        request(json, entry);
      }
    }
    out.flush();
  }

  private static void request(JsonGenerator json, RequestResult.Entry entry) throws IOException {
    Prediction prediction = entry.prediction();
    json.writeStartObject();
    json.writeNumberField("request", prediction.request().number());
    json.writeStringField("caller", prediction.caller());
    json.writeStringField("function", prediction.function());
    Json.texts(json, "answer", prediction.answer());
    json.writeStringField("outcome", prediction.outcome().name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("as_sent", prediction.asSent());
    json.writeObjectFieldStart("stored");
    for (Map.Entry<String, String> column : prediction.stored().entrySet()) {
      json.writeStringField(column.getKey(), column.getValue());
    }
    json.writeEndObject();
    Json.texts(json, "notes", prediction.notes());
    power(json, entry.power());
    json.writeArrayFieldStart("findings");
    for (Finding finding : entry.findings()) {
      FindingJson.write(json, finding);
    }
    json.writeEndArray();
    Json.place(json, prediction.request().place());
    Json.endLine(json);
  }

  private static void power(JsonGenerator json, PredictedPower power) throws IOException {
    if (power == null) {
      json.writeNullField("power");
      return;
    }
    json.writeObjectFieldStart("power");
    json.writeNumberField("callable", power.callable());
    json.writeNumberField("functions", power.of());
    Json.texts(json, "gained", power.gained());
    Json.texts(json, "lost", power.lost());
    json.writeEndObject();
  }
}
