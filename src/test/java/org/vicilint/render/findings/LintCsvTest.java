package org.vicilint.render.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vicilint.testkit.LintResults.PLACE;
import static org.vicilint.testkit.LintResults.finding;
import static org.vicilint.testkit.LintResults.result;
import static org.vicilint.testkit.LintResults.run;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vicilint.engine.LintResult;
import org.vicilint.finding.Confidence;
import org.vicilint.finding.Evidence;
import org.vicilint.finding.Finding;
import org.vicilint.finding.Severity;
import org.vicilint.finding.Status;
import org.vicilint.model.Change;
import org.vicilint.model.SourceLocation;

final class LintCsvTest {

  private static final String HEADER =
      "rule,severity,confidence,status,user,message,source,line,column,evidence,changes,"
          + "fingerprint,because\n";

  private static String written(LintResult result) throws IOException {
    StringWriter out = new StringWriter();
    LintCsv.write(out, result);
    return out.toString();
  }

  private static List<NamedCsvRecord> rows(LintResult result) throws IOException {
    return CsvReader.builder().ofNamedCsvRecord(written(result)).stream().toList();
  }

  @Test
  void isOneRowAFinding() throws IOException {
    Finding finding = finding(Severity.HIGH, "crm", "may use screens, too");
    String print = finding.fingerprint();
    List<Finding> findings =
        List.of(
            finding,
            finding.with(Status.WAIVED, "agreed"),
            finding.with(Status.BASELINED, "known"));
    String middle =
        ",crm,\"may use screens, too\",users.yaml,3,5,api_only_user: 0,api_only_user: 0 → 1,";

    assertThat(written(result(findings, List.of(), List.of())))
        .isEqualTo(
            HEADER
                + "not-api-only,high,certain,open"
                + middle
                + print
                + ",\n"
                + "not-api-only,high,certain,waived"
                + middle
                + print
                + ",agreed\n"
                + "not-api-only,high,certain,baselined"
                + middle
                + print
                + ",known\n");
    assertThat(written(result(List.of(), List.of(), List.of()))).isEqualTo(HEADER);
  }

  @Test
  void noCellIsAFormulaOrBreaksALine() throws IOException {
    for (String evil :
        List.of("=cmd|' /C calc'!A0", "+1", "-1", "@team", "\t=1", "\r\n=1", "\"=1")) {
      Finding finding =
          Finding.of(
                  evil,
                  Severity.LOW,
                  Confidence.LIKELY,
                  evil,
                  new SourceLocation(evil, 1, 1),
                  evil,
                  List.of(new Evidence(evil, evil, PLACE)),
                  List.of(new Change(evil, evil, evil), new Change(evil, evil, evil)))
              .with(Status.WAIVED, evil);
      LintResult result = result(List.of(finding), List.of(), List.of());

      assertThat(written(result).lines()).hasSize(2);
      assertThat(rows(result).get(0).getFields())
          .hasSize(13)
          .noneMatch(cell -> cell.matches("(?s)[=+@\t\r-].*"));
    }
  }

  @Test
  void aLongValueDoesNotCutOffTheNext() throws IOException {
    Finding finding =
        Finding.of(
            "r",
            Severity.LOW,
            Confidence.CERTAIN,
            "u",
            PLACE,
            "m",
            List.of(new Evidence("a", "x".repeat(1000), PLACE), new Evidence("b", "y ", PLACE)),
            List.of(new Change("a", "x".repeat(1000), "z")));
    NamedCsvRecord row = rows(result(List.of(finding), List.of(), List.of())).get(0);

    assertThat(row.getField("evidence")).endsWith("x; b: \"y \"");
    assertThat(row.getField("changes")).endsWith("x → z");
  }

  @Test
  void leavesTheWriterOpen() throws IOException {
    List<String> calls = new ArrayList<>();
    LintCsv.write(
        new StringWriter() {
          @Override
          public void close() {
            calls.add("close");
          }
        },
        result(List.of(), List.of(), List.of()));

    assertThat(calls).isEmpty();
  }

  @Test
  void hasTheFingerprintsOfTheRun() throws IOException {
    LintResult run = run();

    assertThat(rows(run).stream().map(row -> row.getField("fingerprint")))
        .isNotEmpty()
        .containsExactlyElementsOf(run.findings().stream().map(Finding::fingerprint).toList());
  }
}
