package org.vicilint.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.Writer;
import org.vicilint.model.Change;
import org.vicilint.model.Place;

/** How vicilint writes JSON: ASCII only, so that no terminal or log is taken over by a name. */
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private Json() {}

  static JsonGenerator generator(Writer out) throws IOException {
    return FACTORY.createGenerator(out);
  }

  static JsonGenerator pretty(Writer out) throws IOException {
    return generator(out).useDefaultPrettyPrinter();
  }

  /** The fields {@code source}, {@code line} and {@code column}. */
  static void place(JsonGenerator json, Place place) throws IOException {
    json.writeStringField("source", place.source());
    json.writeNumberField("line", place.line());
    json.writeNumberField("column", place.column());
  }

  /** A change as an object. */
  static void change(JsonGenerator json, Change change) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", change.column());
    json.writeStringField("from", change.from());
    json.writeStringField("to", change.to());
    json.writeBooleanField("exact", change.exact());
    json.writeEndObject();
  }
}
