package org.vicilint.render.access;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.vicilint.access.Gate;
import org.vicilint.engine.PageMatrix;
import org.vicilint.render.Json;

/** A matrix of pages for programs: one object a line, one line a decision. */
public final class PageMatrixJsonl {
  private PageMatrixJsonl() {}

  /** Writes all decisions; {@code gate} is null where nothing refuses. */
  public static void write(Writer out, PageMatrix matrix) throws IOException {
    try (JsonGenerator json = Json.lines(out)) {
      matrix.decide(
          (account, page, refusal) -> {
            json.writeStartObject();
            json.writeStringField("user", account.user());
            json.writeStringField("page", page.name());
            json.writeStringField("decision", PageMatrix.decision(refusal.isEmpty()));
            json.writeStringField("gate", refusal.map(Gate.Kind::word).orElse(null));
            Json.endLine(json);
          });
    }
    out.flush();
  }
}
