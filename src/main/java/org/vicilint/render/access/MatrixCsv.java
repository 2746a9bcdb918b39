package org.vicilint.render.access;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import org.vicilint.engine.Matrix;
import org.vicilint.text.Text;

/** A matrix for spreadsheets, one row a decision. No cell can be taken for a formula. */
public final class MatrixCsv {
  private MatrixCsv() {}

  /** Writes all decisions below a header. */
  public static void write(Writer out, Matrix matrix) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord("user", "api", "function", "operation", "decision", "gate", "answer");
      matrix.decide(
          (account, function, operation, verdict, refusal) ->
              csv.writeRecord(
                  Text.cell(account.user()),
                  function.api().word(),
                  function.name(),
                  operation == null ? "" : operation.name(),
                  verdict.name(),
                  refusal == null ? "" : refusal.failed().orElseThrow().kind().word(),
                  refusal == null ? "" : Text.cell(refusal.answer())));
    }
  }
}
