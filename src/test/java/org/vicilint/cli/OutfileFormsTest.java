package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vicilint.testkit.Cli;

/** What {@code INTO OUTFILE} can write, and is not read, is told in one problem, with a way out. */
class OutfileFormsTest {
  private static final int COLUMNS = 155;
  private static final String CALL =
      "crm_api\t2026-01-01 10:00:00\tnon-agent\tadd_lead\tSUCCESS\tok";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '&',
      quoteCharacter = '`',
      value = {
        ";  & `` & false & not separated by commas or tabs",
        ";  & `` & true  & not separated by commas or tabs",
        ";  & \"  & false & not separated by commas or tabs",
        "|  & `` & false & not separated by commas or tabs",
        "|  & `` & true  & not separated by commas or tabs",
        ",  & '  & false & stand in quotes that are part of them",
        "\\t & \" & false & stand in quotes that are part of them",
        "\\t & ' & true  & stand in quotes that are part of them",
      })
  void otherSeparatorsAndQuotesAreToldOnce(
      String separator, String quote, boolean forced, String message) {
    String record = record(separator.equals("\\t") ? "\t" : separator, quote == null ? "" : quote);
    Cli run =
        forced
            ? lint(record + record, "--input-format", "outfile")
            : lint(record + record, "--format", "text");
    assertThat(run.status()).as(run.all()).isEqualTo(3);
    assertThat(run.err()).containsOnlyOnce("problem:").contains(message, "FIELDS TERMINATED BY");
    assertThat(run.err()).doesNotContain("topsecret");
  }

  @Test
  void moreFieldsThanColumnsAreNamedAreTold() {
    Cli run = lint("a\t9\tx\n", "--columns", "user,user_level");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("this record has 3 fields, but --columns has 2");
    assertThat(lint("a;9\n", "--columns", "user,user_level").status()).isEqualTo(3);
  }

  @Test
  void columnsThatAreNamedAreThoseOfOneTable() throws IOException {
    Path users = Path.of("src/test/resources/exports/vicidial_users.outfile.csv");
    Path log = Files.writeString(folder.resolve("log.txt"), CALL + "\n" + CALL + "\n");
    String columns = "user,api_date,api_script,function,result,result_reason";
    Cli run =
        Cli.run(
            "usage", users.toString(), log.toString(), "--user", "crm_api", "--columns", columns);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("2 calls");
    // Of the table that is named the columns hold, and nothing is guessed.
    Cli same = Cli.run("lint", users.toString(), "--columns", "user,user_level");
    assertThat(same.status()).isEqualTo(3);
    assertThat(same.err()).contains("this record has 155 fields, but --columns has 2");
  }

  @Test
  void columnsDoNotMakeATableOfADefinition() {
    Cli run = lint("accounts:\n  - {user: a, user_level: 9}\n", "--columns", "user,user_level");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("1 account checked");
  }

  @Test
  void aLineOfNamesIsNoRecord() {
    String table = "user\tuser_level\tfull_name\na\t9\tb\n";
    Cli run = lint(table, "--input-format", "outfile");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .containsOnlyOnce("problem:")
        .contains("the names of columns stand here", "leave out --input-format");
  }

  @Test
  void bytesOfATableInLatin1HaveAHintForThisStatement() throws IOException {
    byte[] bytes = "a\t9\tM\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1);
    Cli run =
        Cli.runWith(
            new ByteArrayInputStream(bytes), "lint", "-", "--columns", "user,user_level,full_name");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("not UTF-8", "INTO OUTFILE ... CHARACTER SET utf8mb4");
    Path docs = Path.of("docs/reference/sources.md");
    assertThat(docs).content().contains("CHARACTER SET utf8mb4");
  }

  /** A record as wide as vicidial_users: numbers, texts and NULL. */
  private static String record(String separator, String quote) {
    List<String> fields = new ArrayList<>(List.of("1", quote + "a" + quote));
    fields.add(quote + "topsecret" + quote);
    while (fields.size() < COLUMNS) {
      fields.add(fields.size() % 5 == 0 ? "\\N" : quote + "0" + quote);
    }
    return String.join(separator, fields) + "\n";
  }

  private static Cli lint(String text, String... options) {
    List<String> all = new ArrayList<>(List.of("lint", "-"));
    all.addAll(List.of(options));
    return Cli.runWith(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        all.toArray(String[]::new));
  }
}
