package org.vicilint.render.catalog;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.vicilint.catalog.Catalog;
import org.vicilint.catalog.KnownBuild;
import org.vicilint.model.Build;
import org.vicilint.render.Json;

/** The catalog's knowledge of a build, for programs. */
public final class BuildJson {
  private BuildJson() {}

  /** Writes it as one object. */
  public static void write(Writer out, KnownBuild known, Catalog catalog) throws IOException {
    List<Build> others = known.others();
    try (JsonGenerator json = Json.pretty(out)) {
      json.writeStartObject();
      json.writeStringField("build", known.build().toString());
      json.writeStringField("api", known.api().word());
      json.writeStringField("known", known.how().name().toLowerCase(Locale.ROOT));
      json.writeStringField("applies", known.applies() == null ? null : known.applies().toString());
      json.writeBooleanField("confirmed", known.confirmed());
      json.writeStringField("revised", known.revised());
      json.writeStringField(
          "other_api_build", others.isEmpty() ? null : others.get(others.size() - 1).toString());
      json.writeStringField("meaning", String.join(" ", BuildText.sentences(known, catalog)));
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }
}
