package org.vicilint.render.access;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import org.vicilint.access.Gate;
import org.vicilint.engine.PageMatrix;
import org.vicilint.render.Requirements;
import org.vicilint.text.Text;

/** A matrix of pages for spreadsheets, one row a decision. */
public final class PageMatrixCsv {
  private PageMatrixCsv() {}

  /** Writes all decisions below a header; the last column holds their confidence. */
  public static void write(Writer out, PageMatrix matrix) throws IOException {
    String confidence = Requirements.confidence(matrix.access().pages().certain());
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord("user", "page", "decision", "gate", "confidence");
      matrix.decide(
          (account, page, refusal) ->
              csv.writeRecord(
                  Text.cell(account.user()),
                  page.name(),
                  PageMatrix.decision(refusal.isEmpty()),
                  refusal.map(Gate.Kind::word).orElse(""),
                  confidence));
    }
  }
}
