package org.vicilint.render.access;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.vicilint.engine.Matrix;
import org.vicilint.render.Json;

/** A matrix for programs: one object a line, one line a decision. */
public final class MatrixJsonl {
  private MatrixJsonl() {}

  /** Writes all decisions; {@code gate} and {@code answer} are null where nothing refuses. */
  public static void write(Writer out, Matrix matrix) throws IOException {
    try (JsonGenerator json = Json.lines(out)) {
      matrix.decide(
          (account, function, operation, verdict, refusal) -> {
            json.writeStartObject();
            json.writeStringField("user", account.user());
            json.writeStringField("api", function.api().word());
            json.writeStringField("function", function.name());
            if (operation != null) {
              json.writeStringField("operation", operation.name());
            }
            json.writeStringField("decision", verdict.name());
            json.writeStringField(
                "gate", refusal == null ? null : refusal.failed().orElseThrow().kind().word());
            json.writeStringField("answer", refusal == null ? null : refusal.answer());
            Json.endLine(json);
          });
    }
    out.flush();
  }
}
