package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.Escapes;
import org.vicilint.input.table.Table;
import org.vicilint.log.LogColumn;
import org.vicilint.model.Estate;
import org.vicilint.model.Problem;
import org.vicilint.model.Usage;
import org.vicilint.source.Limits;

/** A log of the API is one more table. */
class LogExportTest {
  private static final String LOG = "src/test/resources/exports/vicidial_api_log.tsv";

  @TempDir private Path folder;

  @Test
  void theColumnsHaveTheSlotsOfTheTable() {
    assertThat(Table.API_LOG.kept().stream().map(Column::name))
        .containsExactlyElementsOf(LogColumn.NAMES);
    assertThat(Table.API_LOG.kept())
        .allSatisfy(c -> assertThat(c.slot()).isEqualTo(LogColumn.NAMES.indexOf(c.name())));
  }

  @Test
  void everyRowOfARealLogCounts() {
    Usage usage = read(LOG).usage();
    assertThat(usage.known()).isTrue();
    assertThat(usage.rows()).isEqualTo(485);
    assertThat(usage.accounts()).hasSize(11);
    assertThat(usage.period())
        .hasToString("Period[first=2026-11-21T20:56:48, last=2026-11-21T20:56:57]");
    assertThat(usage.missing()).isEmpty();
  }

  @Test
  void withoutALogNothingIsKnown() {
    assertThat(read("src/test/resources/exports/vicidial_users.tsv").usage())
        .isEqualTo(Usage.UNKNOWN);
  }

  @Test
  void commasAndJsonSayTheSame() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(LOG));
    String csv =
        String.join(
            "\n",
            lines.stream()
                .map(l -> "\"" + l.replace("\"", "\"\"").replace("\t", "\",\"") + "\"")
                .toList());
    String[] names = lines.get(0).split("\t", -1);
    StringBuilder json = new StringBuilder("[");
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split("\t", -1);
      json.append(json.length() > 1 ? ",{" : "{");
      for (int i = 0; i < names.length; i++) {
        String value = Escapes.undo(values[i]).replace("\\", "\\\\").replace("\"", "\\\"");
        json.append(i > 0 ? "," : "").append("\"%s\":\"%s\"".formatted(names[i], value));
      }
      json.append("}\n");
    }
    Usage usage = read(LOG).usage();
    assertThat(read(file("log.csv", csv)).usage()).isEqualTo(usage);
    assertThat(read(file("log.json", json + "]")).usage()).isEqualTo(usage);
  }

  @Test
  void aLogWithoutAColumnThatIsNeededIsAProblem() throws IOException {
    Estate estate =
        read(
            file(
                "log.tsv",
                "user\tapi_date\tfunction\tresult\nu\t2026-01-01 00:00:00\tx\tSUCCESS\n"));
    assertThat(estate.usage().rows()).isZero();
    assertThat(estate.problems())
        .extracting(Problem::reason)
        .contains("the log has no result_reason: its rows are not counted");
  }

  @Test
  void whatWouldTellMoreIsNamed() throws IOException {
    Usage usage =
        read(file(
                "log.tsv",
                "user\tapi_date\tapi_script\tfunction\tresult\tresult_reason\n"
                    + "u\t2026-01-01 00:00:00\tagent\tx\tSUCCESS\tok\n"))
            .usage();
    assertThat(usage.rows()).isEqualTo(1);
    assertThat(usage.missing()).containsExactly("api_id", "data", "source");
  }

  @Test
  void aRowThatCannotBeReadIsAProblemWithItsPlaceAndWithoutItsText() throws IOException {
    String line = Files.readAllLines(Path.of(LOG)).get(0) + "\n";
    Estate estate =
        read(
            file(
                "log.tsv",
                line + "1\tu\tsometime\tagent\tx\t\t\tSUCCESS\tok\ts\tn1|Hush1|\t0\t1\t1\n"));
    assertThat(estate.problems()).hasSize(1);
    Problem problem = estate.problems().get(0);
    assertThat(problem.place().line()).isEqualTo(2);
    assertThat(problem.reason()).isEqualTo("api_date is not a date and time");
    assertThat(problem.excerpt()).isNull();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Estate read(String path) {
    return new EstateReader(null, Limits.DEFAULT).read(List.of(path), System.in);
  }
}
