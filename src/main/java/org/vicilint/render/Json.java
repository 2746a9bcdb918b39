package org.vicilint.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import org.vicilint.model.Change;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.text.PasswordMask;
import org.vicilint.text.Printable;

/**
 * Writes JSON: ASCII only, so that no name can control a terminal or a log, and with masked
 * passwords.
 */
public final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private Json() {}

  static JsonGenerator generator(Writer out) throws IOException {
    return new Masking(FACTORY.createGenerator(out));
  }

  public static JsonGenerator pretty(Writer out) throws IOException {
    return generator(out).useDefaultPrettyPrinter();
  }

  /** Writes one object a line: each ends with {@link #endLine}. */
  public static JsonGenerator lines(Writer out) throws IOException {
    return generator(out).setPrettyPrinter(new MinimalPrettyPrinter(""));
  }

  /** Ends an object and its line; an output without objects has no line. */
  public static void endLine(JsonGenerator json) throws IOException {
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Writes the fields {@code source}, {@code line} and {@code column}. */
  public static void place(JsonGenerator json, SourceLocation place) throws IOException {
    json.writeStringField("source", place.source());
    json.writeNumberField("line", place.line());
    json.writeNumberField("column", place.column());
  }

  /** Writes a change as an object. */
  public static void change(JsonGenerator json, Change change) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", change.column());
    json.writeStringField("from", change.from());
    json.writeStringField("to", change.to());
    json.writeBooleanField("exact", change.exact());
    json.writeEndObject();
  }

  /** Writes the field {@code problems}, the sources that could not be read. */
  public static void problems(JsonGenerator json, List<Problem> problems) throws IOException {
    json.writeArrayFieldStart("problems");
    for (Problem problem : problems) {
      json.writeStartObject();
      place(json, problem.place());
      json.writeStringField("reason", problem.reason());
      json.writeStringField("hint", problem.hint());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Writes a field with a text that ships with vicilint, unmasked, since its examples show
   * passwords.
   */
  public static void ours(JsonGenerator json, String name, String text) throws IOException {
    json.writeFieldName(name);
    ((Masking) json).delegate().writeString(text);
  }

  /** Writes a field with a list of texts. */
  public static void texts(JsonGenerator json, String name, Collection<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** Masks passwords in every text and key. */
  private static final class Masking extends JsonGeneratorDelegate {
    Masking(JsonGenerator json) {
      super(json, false);
    }

    @Override
    public void writeFieldName(String name) throws IOException {
      super.writeFieldName(PasswordMask.of(name));
    }

    @Override
    public void writeString(String text) throws IOException {
      String masked = text == null ? null : PasswordMask.of(text);
      if (masked == null || !Printable.COMMAND.matcher(masked).find()) {
        super.writeString(masked);
      } else {
        // The escaped text is equal JSON, but no command of a CI server.
        String json = new String(JsonStringEncoder.getInstance().quoteAsString(masked));
        writeRawValue('"' + ascii(json.replace("##", "#\\u0023")) + '"');
      }
    }

    private static String ascii(String json) {
      StringBuilder out = new StringBuilder(json.length());
      for (char c : json.toCharArray()) {
        out.append(c < 0x7f ? String.valueOf(c) : "\\u%04X".formatted((int) c));
      }
      return out.toString();
    }
  }
}
