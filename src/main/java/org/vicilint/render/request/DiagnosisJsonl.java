package org.vicilint.render.request;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.vicilint.access.Decision;
import org.vicilint.catalog.Builds;
import org.vicilint.catalog.Catalog;
import org.vicilint.diagnosis.AnswerBook;
import org.vicilint.diagnosis.Candidate;
import org.vicilint.diagnosis.Diagnosis;
import org.vicilint.diagnosis.Reply;
import org.vicilint.model.Build;
import org.vicilint.model.Change;
import org.vicilint.render.Json;

/** Diagnoses for programs: one object a line, with the field names of the matrix. */
public final class DiagnosisJsonl implements DiagnosisWriter {
  private final Writer out;
  private final JsonGenerator json;
  private final DiagnosisWords words;
  private final AnswerBook book;
  private final String file;

  /**
   * @param file the file that the answers stand in; null when it is none
   */
  public DiagnosisJsonl(Writer out, Catalog catalog, Builds builds, AnswerBook book, String file)
      throws IOException {
    this.out = out;
    this.json = Json.lines(out);
    this.words = new DiagnosisWords(catalog, builds, book);
    this.book = book;
    this.file = file;
  }

  @Override
  public void write(long line, Diagnosis diagnosis) throws IOException {
    Reply reply = diagnosis.reply();
    json.writeStartObject();
    if (file != null) {
      json.writeStringField("file", file);
    }
    json.writeNumberField("line", line);
    json.writeStringField("status", reply.kind().word());
    json.writeStringField("answer", reply.text());
    json.writeStringField("api", reply.api() == null ? null : reply.api().word());
    json.writeStringField("function", diagnosis.function());
    json.writeStringField("operation", diagnosis.operation());
    json.writeStringField("account", reply.account());
    json.writeStringField("gate", diagnosis.gate().map(g -> g.word()).orElse(null));
    DiagnosisWords.Said said = words.of(diagnosis);
    json.writeStringField("meaning", String.join(" ", said.meaning()));
    Decision decision = diagnosis.decision();
    // That a login is open says nothing yet of a call that is not known.
    boolean told = decision != null && (diagnosis.function() != null || !decision.granted());
    json.writeStringField("decision", told ? decision.verdict().name() : null);
    json.writeArrayFieldStart("change");
    for (Change change : diagnosis.change()) {
      Json.change(json, change);
    }
    json.writeEndArray();
    candidates(diagnosis.candidates());
    json.writeStringField(
        "nearest", reply.kind() == Reply.Kind.UNKNOWN ? book.nearest(reply) : null);
    json.writeArrayFieldStart("notes");
    for (String note : said.notes()) {
      json.writeString(note);
    }
    json.writeEndArray();
    Json.endLine(json);
  }

  private void candidates(List<Candidate> candidates) throws IOException {
    json.writeArrayFieldStart("candidates");
    for (Candidate candidate : candidates) {
      json.writeStartObject();
      json.writeStringField("api", candidate.api().word());
      json.writeStringField("function", candidate.function());
      json.writeStringField("operation", candidate.operation());
      json.writeStringField("gate", candidate.gate().word());
      json.writeStringField("since", text(candidate.since()));
      json.writeStringField("until", text(candidate.until()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String text(Build build) {
    return build == null ? null : build.toString();
  }

  @Override
  public void close() throws IOException {
    json.close();
    out.flush();
  }
}
