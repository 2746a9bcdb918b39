package org.vicilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vicilint.testkit.Cli;
import org.vicilint.testkit.Vectors;

/** What is broken is said, with status 3 and whatever could be read; it never looks clean. */
@Tag("slow")
final class FaultsTest {
  private static final Path EXPORTS = Path.of("src/test/resources/exports");
  private static final String DUMP = "estate-dump.sql";
  private static final String TSV = "vicidial_users.tsv";

  private static final String PAGE_RULES =
      "api-only-still-opens-pages,service-opens-admin,can-become-others,not-api-only";

  @TempDir Path folder;

  private static byte[] export(String name) throws IOException {
    return Files.readAllBytes(EXPORTS.resolve(name));
  }

  private static byte[] zstd(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZstdOutputStream out = new ZstdOutputStream(packed)) {
      out.setChecksum(true);
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private Cli lint(byte[] bytes, String... more) throws IOException {
    Path file = Files.write(folder.resolve("given"), bytes);
    List<String> line = new ArrayList<>(List.of("lint", "--format", "json"));
    line.add(file.toString());
    line.addAll(List.of(more));
    return Cli.run(line.toArray(String[]::new));
  }

  private Cli matrix(byte[] bytes) throws IOException {
    return Cli.run("matrix", Files.write(folder.resolve("given"), bytes).toString());
  }

  private static void assertIncomplete(Cli run, String message, boolean findings)
      throws IOException {
    assertThat(run.err()).contains(message);
    assertThat(run.status()).as(run.err()).isEqualTo(3);
    assertThat(new ObjectMapper().readTree(run.out()).get("findings").isEmpty())
        .isEqualTo(!findings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          user;view_reports       | a;          | view_reports | 3
          user;view_reports       | a;1         |              | 0
          user;user_level         | a;9         |              | 0
          user;active             | a;Y         |              | 0
          user;user_level;user_group | a;9;ADMI | user_group   | 0
          user;api_allowed_functions | a; add_le | api_allowed_functions | 0
          user;user_level;agent_choose_ingroups | a;9; |       | 0
          """)
  void aLastFieldThatMayBeCutOffIsTold(String names, String values, String column, int status)
      throws IOException {
    String text =
        (names + "\n" + values.replaceFirst("^a;", "b;") + "\n" + values).replace(';', '\t');
    String message = "its last field, " + column + ", may be cut off";
    for (byte[] bytes : List.of(text.getBytes(), FormatsTest.gzip(text.getBytes()))) {
      if (column == null) {
        assertThat(matrix(bytes).err()).doesNotContain("may be cut off");
      } else {
        assertThat(matrix(bytes).status()).isEqualTo(status);
        assertThat(matrix(bytes).err()).containsOnlyOnce(message);
        assertThat(Cli.runWith(new ByteArrayInputStream(bytes), "matrix", "-").err())
            .contains(message);
      }
    }
    assertThat(matrix((text + "\n").getBytes()).err()).doesNotContain("may be cut off");
    assertThat(matrix((text + "\r\n").getBytes()).err()).doesNotContain("may be cut off");
  }

  @Test
  void theWholeTableMayLackItsLastLineFeed() throws IOException {
    byte[] whole = export(TSV);
    assertThat(lint(Arrays.copyOf(whole, whole.length - 1)).status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {TSV, DUMP, "vicidial_users.xml", "vicidial_users.outfile.csv"})
  void saysThatPackedDataIsCutOff(String name) throws IOException {
    byte[] plain = export(name);
    byte[] gz = FormatsTest.gzip(plain);
    byte[] big = zstd(plain); // one block, so that nothing comes before its end
    byte[] two = join(big, Arrays.copyOf(big, big.length / 2));

    assertIncomplete(lint(Arrays.copyOf(gz, gz.length * 3 / 4)), "gzip data ends too early", true);
    assertIncomplete(lint(Arrays.copyOf(gz, gz.length - 4)), "gzip data ends too early", true);
    assertIncomplete(lint(Arrays.copyOf(gz, 7)), "gzip data ends too early", false);
    assertIncomplete(lint(Arrays.copyOf(big, big.length / 2)), "zstd data ends too early", false);
    assertIncomplete(lint(Arrays.copyOf(big, big.length - 2)), "zstd data ends too early", true);
    assertIncomplete(lint(two), "zstd data ends too early", true);
  }

  @Test
  void saysThatPackedDataIsCorrupt() throws IOException {
    byte[] gz = FormatsTest.gzip(export(TSV));
    byte[] zst = zstd(export(TSV));
    byte[] flipped = gz.clone();
    flipped[gz.length / 2] ^= 0x55;
    byte[] sum = gz.clone();
    sum[gz.length - 6] ^= 1;
    byte[] zflipped = zst.clone();
    zflipped[zst.length - 1] ^= 1;

    assertThat(lint(flipped).status()).isEqualTo(3);
    assertThat(lint(flipped).err()).contains("gzip data is corrupt");
    assertIncomplete(lint(sum), "gzip data is corrupt", true);
    assertIncomplete(lint(join(gz, "garbage".getBytes())), "gzip data is corrupt", true);
    assertIncomplete(
        lint(join(gz, new byte[] {0x1F, (byte) 0x8B, 7, 0})), "gzip data is corrupt", true);
    assertIncomplete(lint(zflipped), "zstd data is corrupt", true);
    assertIncomplete(lint(join(zst, "garbage".getBytes())), "zstd data is corrupt", true);
    assertThat(lint(FormatsTest.gzip(gz)).err()).contains("packed twice");
  }

  @Test
  void readsAllMembersAndPaddingBehindThem() throws IOException {
    byte[] plain = export(TSV);
    byte[] first = Arrays.copyOf(plain, 9_000);
    byte[] second = Arrays.copyOfRange(plain, 9_000, plain.length);
    byte[] gz = join(FormatsTest.gzip(first), FormatsTest.gzip(second), new byte[512]);

    assertThat(lint(gz).status()).isEqualTo(1);
    assertThat(lint(join(zstd(first), zstd(second))).status()).isEqualTo(1);
  }

  @Test
  void refusesABomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZstdOutputStream out = new ZstdOutputStream(packed)) {
      byte[] zeros = new byte[1 << 20];
      Arrays.fill(zeros, (byte) ' ');
      out.write("accounts:\n".getBytes());
      for (int i = 0; i < 80; i++) {
        out.write(zeros);
      }
    }
    Cli run = lint(packed.toByteArray(), "--input-format", "definitions");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("more than 64 MiB when unpacked");
  }

  @ParameterizedTest
  @CsvSource({
    "'sup_lee', does not end", // within a text
    "'),', does not end", // between two records
    "'UNLOCK TABLES', '-- Dump completed'", // between two statements
    "'-- Dump completed', '-- Dump completed'",
  })
  void saysThatADumpIsCutOff(String before, String message) throws IOException {
    String dump = new String(export(DUMP), StandardCharsets.UTF_8);
    int at = before.equals("),") ? 0 : dump.indexOf(before.replace("'", ""));
    at =
        at > 0
            ? at + (before.startsWith("sup") ? 3 : 0)
            : dump.lastIndexOf("),\n", dump.indexOf("UNLOCK TABLES")) + 2;
    Cli run = lint(dump.substring(0, at).getBytes(StandardCharsets.UTF_8));

    assertIncomplete(run, message, true);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void saysThatAFileChangesWhileItIsRead(boolean grows) throws Exception {
    byte[] plain = export(TSV);
    Path file = folder.resolve("users.tsv");
    Files.write(file, plain);
    Files.write(file, " ".repeat(1 << 20).getBytes(), StandardOpenOption.APPEND);
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                for (long size = out.size(); !done.get(); size += grows ? 1 : -1) {
                  if (grows) {
                    out.write(java.nio.ByteBuffer.wrap(new byte[] {' '}), size);
                  } else {
                    out.truncate(size);
                  }
                }
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    writer.start();
    Cli run;
    try {
      run = Cli.run("lint", "--format", "json", file.toString());
    } finally {
      done.set(true);
      writer.join();
    }
    assertIncomplete(run, "this file changed while it was read", true);
  }

  /** The users without a column, or with another name for it. */
  private static byte[] without(String column, String instead) throws IOException {
    List<String> lines = Files.readAllLines(EXPORTS.resolve(TSV));
    List<String> names = List.of(lines.get(0).split("\t", -1));
    int at = names.indexOf(column);
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      List<String> cells = new ArrayList<>(List.of(line.split("\t", -1)));
      if (instead == null) {
        cells.remove(at);
      } else {
        Collections.replaceAll(cells, column, instead);
      }
      text.append(String.join("\t", cells)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user_level",
        "active",
        "api_allowed_functions",
        "vdc_agent_api_access",
        "modify_users",
        "modify_leads",
        "view_reports"
      })
  void aColumnThatDecidesIsMissed(String column) throws IOException {
    String lacks = "this export lacks " + column + ", which decides on build 250720-1841";
    assertIncomplete(lint(without(column, null)), lacks, true);
    assertThat(lint(without(column, "renamed_by_us")).err()).contains(lacks);
  }

  @Test
  void aColumnThatOnlyPagesAskForIsMissedWhereAnAnswerRestsOnPages() throws IOException {
    String lacks = "this export lacks qc_enabled, which decides on administration pages";
    byte[] export = without("qc_enabled", null);
    assertIncomplete(lint(export), lacks, true);
    assertThat(lint(export, "--skip", PAGE_RULES).all()).doesNotContain("lacks");
    assertThat(lint(without("api_only_user", null)).err())
        .contains("this export lacks api_only_user, which decides on administration pages");
    Cli other = lint(export, "--build", "240703-1657");
    assertThat(other.status()).isEqualTo(1);
    assertThat(other.out().replaceAll("\\s+", " ")).contains(lacks);
    String file = Files.write(folder.resolve("pages.tsv"), export).toString();
    for (List<String> answer :
        List.of(
            List.of("matrix", "--pages", file),
            List.of("can", "6666", "page:user_stats.php", file))) {
      Cli run = Cli.run(answer.toArray(String[]::new));
      assertThat(run.status()).as(run.all()).isZero();
      assertThat(run.err()).containsOnlyOnce("note: " + file + ": " + lacks);
    }
    assertThat(Cli.run("matrix", file).err()).doesNotContain("lacks");
    for (List<String> reach :
        List.of(List.of("reach", "6666", file), List.of("reach", "--all", file))) {
      Cli run = Cli.run(reach.toArray(String[]::new));
      assertThat(run.status()).as(run.all()).isEqualTo(3);
      assertThat(run.err()).containsOnlyOnce(file + ": problem: " + lacks);
    }
  }

  @Test
  void aFindingThatRestsOnAMissingColumnIsLessSureAndSaysWhy() throws IOException {
    byte[] export = without("api_allowed_functions", null);
    JsonNode all = findings(export, "all-functions-grant");
    assertThat(all).isNotEmpty();
    for (JsonNode each : all) {
      assertThat(each.at("/confidence").asText()).isEqualTo("likely");
      assertThat(each.at("/message").asText())
          .endsWith("; the table has no api_allowed_functions: VICIdial's default is taken");
    }
    for (JsonNode each : findings(without("hci_enabled", null), "default-password")) {
      assertThat(each.at("/confidence").asText()).isEqualTo("certain");
      assertThat(each.at("/message").asText()).doesNotContain("the table has no");
    }
    JsonNode defined =
        findings("accounts:\n  - {user: a, kind: service, owner: x}\n".getBytes(), "no-purpose");
    assertThat(defined).allMatch(each -> each.at("/confidence").asText().equals("certain"));
  }

  private static JsonNode findings(byte[] source, String rule) {
    Cli run =
        Cli.runWith(
            new ByteArrayInputStream(source), "lint", "--only", rule, "--format", "json", "-");
    return Vectors.parse(run.out()).get("findings");
  }

  @Test
  void anUpgradeNeedsTheColumnsOfBothBuilds() throws IOException {
    byte[] older = without("api_allowed_functions", null);
    String file = Files.write(folder.resolve("older.tsv"), older).toString();
    Cli run = Cli.run("upgrade", "--from", "150101-1200", "--to", "250720-1841", file);
    assertThat(run.status()).as(run.all()).isEqualTo(3);
    assertThat(run.err())
        .contains("lacks api_allowed_functions, which decides on build 250720-1841");
    Cli both =
        Cli.run(
            "upgrade",
            "--from",
            "240703-1657",
            "--to",
            "250720-1841",
            Files.write(folder.resolve("b.tsv"), without("active", null)).toString());
    assertThat(both.err())
        .containsOnlyOnce("lacks active")
        .contains("which decides on build 240703-1657");
  }

  @Test
  void aColumnThatTheBuildDoesNotHaveIsNotMissed() throws IOException {
    byte[] older = without("api_allowed_functions", null);
    assertThat(lint(older, "--build", "150101-1200").err()).doesNotContain("lacks");
    assertThat(lint(without("hci_enabled", null)).status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user\tuser_level\na\t1\n",
        "user,user_level\na,1\n",
        "[{\"user\":\"a\",\"user_level\":1}]",
        "<resultset><row><field name='user'>a</field><field name='user_level'>1</field></row></resultset>",
        "a\t1\n"
      })
  void aFewColumnsThatWereChosenAreNeverClean(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("few"), text);
    Path none = Files.writeString(folder.resolve("none.yaml"), "accounts:\n  - user: b\n");
    List<String> more = text.startsWith("a") ? List.of("--columns", "user,user_level") : List.of();
    for (List<String> command :
        List.of(
            List.of("lint"),
            List.of("paths", "--to", "a"),
            List.of("reach", "a"),
            List.of("recommend", "a"),
            List.of("upgrade", "--from", "210210-1628", "--to", "250720-1841"),
            List.of("diff", none.toString()))) {
      List<String> all = new ArrayList<>(command);
      all.add(file.toString());
      all.addAll(more);
      Cli run = Cli.run(all.toArray(String[]::new));
      assertThat(run.status()).as(all + run.all()).isEqualTo(3);
      assertThat(run.err())
          .as(all.toString())
          .containsOnlyOnce(file + ": problem: this export lacks api_allowed_functions, ")
          .contains(" more columns, which decide on build ", "vdc_agent_api_access 0");
    }
  }

  @Test
  void whatIsFoundInAFewColumnsIsFoundAllTheSame() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("few.tsv"), "user\tpass\tuser_level\n6666\t1234\t9\nb\tx7\t1\n");
    Cli found = Cli.run("lint", file.toString());
    assertThat(found.status()).as(found.all()).isEqualTo(1);
    assertThat(found.out()).contains("default-password", "note: " + file + ": this export lacks ");
    Cli clean = Cli.run("lint", file.toString(), "--fail-on", "never");
    assertThat(clean.status()).as(clean.all()).isEqualTo(3);
    assertThat(clean.err())
        .containsOnlyOnce(file + ": problem: this export lacks api_allowed_functions, ")
        .containsOnlyOnce(file + ": problem: this export lacks api_only_user, ");
    assertThat(clean.out()).doesNotContain("this export lacks");
  }

  @Test
  void anAnswerTellsTheDefaultsThatItRestsOn() throws IOException {
    Path file = Files.writeString(folder.resolve("few.tsv"), "user\tuser_level\na\t1\n");
    for (List<String> question :
        List.of(
            List.of("matrix", file.toString()), List.of("can", "a", "add_user", file.toString()))) {
      Cli run = Cli.run(question.toArray(String[]::new));
      assertThat(run.status()).as(run.all()).isEqualTo(question.contains("can") ? 1 : 0);
      assertThat(run.err())
          .containsOnlyOnce("note: " + file + ": this export lacks api_allowed_functions, ");
    }
  }

  @Test
  void whatIsNotSaidInADefinitionIsTheDefault() throws IOException {
    Path file = folder.resolve("a.yaml");
    Files.writeString(file, "accounts:\n  - user: a\n    user_level: 1\n");
    assertThat(Cli.run("lint", file.toString()).status()).isZero();
  }

  @Test
  void aNullThatMayBeATextIsToldOnce() throws IOException {
    String looks = "2:1: problem: this looks like the output of mysql -B -N";
    String[] columns = {"--columns", "user,phone_login,user_level,email"};
    Cli bare = lint("a\tx\t9\t\nb\tNULL\t1\t\nc\tNULL\t1\t\n".getBytes(), columns);
    assertIncomplete(bare, looks, true);
    assertThat(bare.err()).containsOnlyOnce("mysql -B -N");
    for (String not :
        List.of("a\tx\t9\t\nb\tNULL\t1\t\nc\t\\N\t1\t\n", "NULL\tx\t1\t\n", "a,\"NULL\",1,x\n")) {
      assertThat(lint(not.getBytes(), columns).err()).doesNotContain("mysql -B -N");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user\tfull_name\tuser_level\na\tNAME\t9\nb\tx\t9\n",
        "user,full_name,user_level\na,NAME,9\nb,x,9\n",
        "[{\"user\":\"a\",\"full_name\":\"NAME\",\"user_level\":9},{\"user\":\"b\",\"user_level\":9}]",
        "INSERT INTO vicidial_users (user,full_name,user_level) VALUES ('a','NAME',9),('b','x',9);",
        "<resultset><row><field name='user'>a</field><field name='full_name'>NAME</field>"
            + "<field name='user_level'>9</field></row><row><field name='user'>b</field>"
            + "<field name='user_level'>9</field></row></resultset>",
        "a\tNAME\t9\nb\tx\t9\n"
      })
  void readsUtf8mb4AndSaysWhatIsLatin1(String text) throws IOException {
    String[] more = {"--columns", "user,full_name,user_level"};
    more = text.startsWith("a\t") ? more : new String[0];
    Charset latin1 = StandardCharsets.ISO_8859_1;

    Cli emoji = lint(text.replace("NAME", "J\uD83D\uDE00").getBytes(StandardCharsets.UTF_8), more);
    assertThat(emoji.err()).doesNotContain("UTF-8");
    Cli run = lint(text.replace("NAME", "M\u00fcller").getBytes(latin1), more);
    assertIncomplete(run, "UTF-8 text", true);
    if (text.startsWith("INSERT")) {
      String said = "SET NAMES latin1;\n" + text.replace("NAME", "M\u00fcller");
      assertThat(lint(said.getBytes(latin1)).err()).doesNotContain("UTF-8");
    }
  }

  /** Two GiB and more of one letter, which nobody holds. */
  private static InputStream endless(String before, String behind) {
    InputStream letters =
        new InputStream() {
          private long left = (2L << 30) + 4096;

          @Override
          public int read() {
            return left-- > 0 ? 'x' : -1;
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
              return -1;
            }
            int n = (int) Math.min(length, left);
            Arrays.fill(buffer, offset, offset + n, (byte) 'x');
            left -= n;
            return n;
          }
        };
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(before.getBytes(StandardCharsets.UTF_8)),
                letters,
                new ByteArrayInputStream(behind.getBytes(StandardCharsets.UTF_8)))));
  }

  static Stream<Arguments> endless() {
    String row = "<row><field name='user'>%s</field><field name='user_level'>9</field></row>";
    String xml = "<resultset>" + row.formatted("a") + "<row><field name='user_level'>9</field>";
    return Stream.of(
        Arguments.of("user\tuser_level\nb\t9\na\t", "9\nc\t9\n", "longer than 1 MiB"),
        Arguments.of(
            "INSERT INTO vicidial_users (user,user_level) VALUES ('a',9),('",
            "',9);",
            "longer than 1 MiB"),
        Arguments.of("a\t9\n", "\t9\n", "longer than 1 MiB"),
        Arguments.of(
            xml + "<field name='user'>", "</field></row></resultset>", "longer than 1 MiB"),
        Arguments.of(xml + "<field name='", "'/></row></resultset>", "longer than 8 MiB"));
  }

  @ParameterizedTest
  @MethodSource("endless")
  void doesNotHoldALineOfTwoGigabytes(String before, String behind, String message)
      throws IOException {
    InputStream in = endless(before, behind);
    Cli run =
        before.startsWith("a\t")
            ? Cli.runWith(in, "lint", "--format", "json", "--columns", "user,user_level", "-")
            : Cli.runWith(in, "lint", "--format", "json", "-");

    assertIncomplete(run, message, true);
  }

  @Test
  void skipsTwoGigabytesOfAnotherTable() {
    String before =
        "INSERT INTO vicidial_users (user,user_level) VALUES ('a',9);\nINSERT INTO t VALUES ('";
    String behind = "');\nINSERT INTO vicidial_users (user,user_level) VALUES ('b',9);\n";
    Cli run = Cli.runWith(endless(before, behind), "lint", "-");

    assertThat(run.err()).doesNotContain("problem:");
    assertThat(run.out()).contains("2 accounts checked");
  }

  @Test
  void saysHowManyColumnsDoNotFit() throws IOException {
    String record = "1\t".repeat(149) + "1\n";
    Cli run = lint(record.getBytes());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("no header and 150 columns").contains("--columns");

    assertThat(lint("1\t1\t1\n".getBytes()).err()).contains("needs its line of column names");
    assertThat(lint("10,20\n".getBytes()).status()).isEqualTo(3);

    Cli wrong = lint("x\n".getBytes(), "--columns", "lead_id,list_id");
    assertThat(wrong.status()).isEqualTo(2);
    Cli other = lint("x\n".getBytes(), "--columns", "user,user_level", "--input-format", "csv");
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err()).contains("goes with --input-format outfile");
  }

  @Test
  void readsNothingElseForAnXmlFile() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "topsecret");
    String xml =
        "<?xml version=\"1.0\"?><!DOCTYPE resultset [<!ENTITY e SYSTEM \"%s\">]><resultset><row><field name=\"user\">&e;</field></row></resultset>"
            .formatted(secret.toUri());
    Cli run = lint(xml.getBytes());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.all()).doesNotContain("topsecret").contains("not valid XML");
  }

  @Test
  void leavesOtherXmlAndSqlOfAFolderAlone() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "accounts:\n  - user: a\n    user_level: 9\n");
    Path pom = Files.writeString(folder.resolve("pom.xml"), "<project/>\n");
    Path sql = Files.writeString(folder.resolve("schema.sql"), "CREATE TABLE t (a int);\n");
    assertThat(Cli.run("lint", folder.toString()).status()).isZero();
    assertThat(Cli.run("lint", folder.toString(), pom.toString()).status()).isEqualTo(3);
    Cli named = Cli.run("lint", sql.toString());
    assertThat(named.status()).isEqualTo(3);
    assertThat(named.err()).contains("inserts nothing");
  }

  @Test
  void readsPackedRequests() throws IOException {
    Path accounts = Files.write(folder.resolve("users.tsv.gz"), FormatsTest.gzip(export(TSV)));
    String list =
        "agent_user,agent_pass,agent_user_level,agent_full_name,agent_user_group\nn1,Abc123,1,A B,SALES\n";
    Path requests = Files.write(folder.resolve("new.csv.gz"), FormatsTest.gzip(list.getBytes()));
    Cli run = Cli.run("request", requests.toString(), accounts.toString(), "--caller", "crm_api");
    assertThat(run.all()).doesNotContain("binary", "UTF-8").contains("n1");
  }
}
