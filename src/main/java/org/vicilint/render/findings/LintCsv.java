package org.vicilint.render.findings;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Evidence;
import org.vicilint.finding.Finding;
import org.vicilint.model.Change;
import org.vicilint.text.Text;

/** Findings for spreadsheets, one row each. No cell can be taken for a formula. */
public final class LintCsv {
  private LintCsv() {}

  /** Writes all findings below a header, waived and known ones too. */
  public static void write(Writer out, LintResult result) throws IOException {
    // Not closed, since the writer is the caller's.
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(
        "rule",
        "severity",
        "confidence",
        "status",
        "user",
        "message",
        "source",
        "line",
        "column",
        "evidence",
        "changes",
        "fingerprint",
        "because");
    for (Finding finding : result.findings()) {
      csv.writeRecord(
          Text.cell(finding.rule()),
          finding.severity().word(),
          finding.confidence().word(),
          finding.status().word(),
          Text.cell(finding.user()),
          Text.cell(finding.message()),
          Text.cell(finding.place().source()),
          Integer.toString(finding.place().line()),
          Integer.toString(finding.place().column()),
          finding.evidence().stream().map(LintCsv::text).collect(Collectors.joining("; ")),
          finding.changes().stream().map(LintCsv::text).collect(Collectors.joining("; ")),
          finding.fingerprint(),
          Text.cell(finding.because()));
    }
    csv.flush();
  }

  // Value by value, so that a long one does not cut off those behind it.

  private static String text(Evidence evidence) {
    return Text.cell(evidence.column()) + ": " + Text.value(evidence.value());
  }

  private static String text(Change change) {
    return Text.cell(change.column())
        + ": "
        + Text.value(change.from())
        + " → "
        + Text.value(change.to());
  }
}
