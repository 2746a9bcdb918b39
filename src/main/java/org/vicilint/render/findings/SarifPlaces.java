package org.vicilint.render.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.File;
import java.io.IOException;
import org.vicilint.model.SourceLocation;
import org.vicilint.render.Json;
import org.vicilint.render.SourceUri;

/** Places and messages of SARIF, which results and notifications share. */
final class SarifPlaces {
  private final JsonGenerator json;

  SarifPlaces(JsonGenerator json) {
    this.json = json;
  }

  /** An array with one place. */
  void locations(SourceLocation place) throws IOException {
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    physical(place);
    json.writeEndObject();
    json.writeEndArray();
  }

  /** The field of a place; SARIF counts columns in the unit that the run names. */
  void physical(SourceLocation place) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    artifact(place);
    if (place.line() > 0) {
      json.writeObjectFieldStart("region");
      json.writeNumberField("startLine", place.line());
      if (place.column() > 0) {
        json.writeNumberField("startColumn", place.column());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** The field that names the file of a place. */
  void artifact(SourceLocation place) throws IOException {
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", SourceUri.of(place.source(), File.separatorChar));
    json.writeEndObject();
  }

  /**
   * A message; what looks like a link in a name must not become one.
   *
   * @param text made printable part by part, for a whole would lose what follows a hostile name
   */
  void message(String text) throws IOException {
    json.writeObjectFieldStart("message");
    Json.ours(json, "text", text.replace("](", "\\]("));
    json.writeEndObject();
  }
}
