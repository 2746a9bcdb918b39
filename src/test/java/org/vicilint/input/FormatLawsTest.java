package org.vicilint.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.vicilint.model.Estate;
import org.vicilint.source.Limits;

/** The same records say the same in every format, whatever their texts hold. */
final class FormatLawsTest {
  private static final List<String> COLUMNS = List.of("user", "full_name", "email", "user_level");

  /** A record: a name that is kept, and a text that is not, which must not spoil the others. */
  record Line(String fullName, String email, int level) {}

  @Provide
  Arbitrary<List<Line>> lines() {
    Arbitrary<String> texts =
        Arbitraries.of(
                "a",
                "B",
                " ",
                "\t",
                "\n",
                "'",
                "\"",
                "\\",
                "\\N",
                "N",
                "n",
                "0",
                "NULL",
                ",",
                ";",
                "(",
                ")",
                "--",
                " -- x",
                "/*",
                "*/",
                "#",
                "<",
                ">",
                "&",
                "]]>",
                "&amp;",
                "''",
                "`",
                "\u00e9",
                "\uD83D\uDE00",
                "\u2028",
                "%",
                "=",
                ": ",
                "_binary",
                "0x41")
            .list()
            .ofMaxSize(8)
            .map(parts -> String.join("", parts));
    return Combinators.combine(texts, texts.injectNull(0.2), Arbitraries.integers().between(0, 9))
        .as(Line::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Property(tries = 300)
  void everyFormatSaysTheSame(@ForAll("lines") List<Line> lines) throws IOException {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      expected.add("u" + i + "|" + lines.get(i).fullName + "|" + lines.get(i).level);
    }
    for (Map.Entry<String, String> each : written(lines).entrySet()) {
      InputFormat format = each.getKey().startsWith("outfile") ? InputFormat.OUTFILE : null;
      EstateReader reader = new EstateReader(format, Limits.DEFAULT).withColumns(COLUMNS);
      byte[] bytes = each.getValue().getBytes(StandardCharsets.UTF_8);
      Estate estate = reader.read(List.of("-"), new java.io.ByteArrayInputStream(bytes));
      // Without any \N that word may be NULL, as mysql -B -N writes it: read as a text, and told.
      boolean doubtful =
          each.getKey().equals("outfile")
              && lines.stream().anyMatch(l -> l.fullName.equals("NULL") || "NULL".equals(l.email))
              && lines.stream().noneMatch(l -> l.email == null);
      assertThat(estate.problems())
          .as(each.getKey() + each.getValue())
          .hasSize(doubtful ? 1 : 0)
          .allMatch(problem -> problem.reason().contains("mysql -B -N"));
      assertThat(
              estate.accounts().stream()
                  .map(a -> a.user() + "|" + a.fullName() + "|" + a.userLevel()))
          .as(each.getKey())
          .containsExactlyElementsOf(expected);
    }
  }

  @Test
  void tabsWithinQuotesSeparateNothingWhereAsManyFieldsCome() throws IOException {
    everyFormatSaysTheSame(List.of(new Line("\t\t", "\t", 0)));
  }

  private static Map<String, String> written(List<Line> lines) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    String head = String.join("\t", COLUMNS) + "\n";
    // mysql -B cannot tell NULL from the text, so that text is left out of it.
    if (lines.stream().noneMatch(l -> l.fullName.equals("NULL") || l.fullName.equals("\\N"))) {
      all.put("tsv", head + rows(lines, "\n", "\t", FormatLawsTest::tsv, ""));
    }
    all.put("csv", head.replace('\t', ',') + rows(lines, "\r\n", ",", FormatLawsTest::csv, ""));
    all.put("outfile", rows(lines, "\n", "\t", FormatLawsTest::outfile, ""));
    all.put("outfile csv", rows(lines, "\n", ",", FormatLawsTest::outfileCsv, ""));
    String columns = "`" + String.join("`,`", COLUMNS) + "`";
    String insert = "INSERT INTO `vicidial_users` (" + columns + ") VALUES ";
    String rows = rows(lines, "),(", ",", FormatLawsTest::sql, "");
    all.put("sql", insert + "(" + rows.substring(0, rows.length() - 2) + ";\n");
    String plain =
        rows(lines, "),(", ",", t -> t == null ? "NULL" : "'" + t.replace("'", "''") + "'", "");
    all.put(
        "sql without backslashes",
        "SET sql_mode='NO_BACKSLASH_ESCAPES';"
            + insert
            + "("
            + plain.substring(0, plain.length() - 2)
            + ";\n");
    String hex = rows(lines, "),(", ",", FormatLawsTest::hex, "");
    all.put("sql in hex", insert + "(" + hex.substring(0, hex.length() - 2) + ";\n");
    all.put("xml", xml(lines));
    List<Map<String, String>> records = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Map<String, String> record = new LinkedHashMap<>();
      for (int c = 0; c < COLUMNS.size(); c++) {
        record.put(COLUMNS.get(c), values(lines, i).get(c));
      }
      records.add(record);
    }
    all.put("json", new ObjectMapper().writeValueAsString(records));
    return all;
  }

  private static List<String> values(List<Line> lines, int i) {
    List<String> values = new ArrayList<>();
    Line line = lines.get(i);
    values.add("u" + i);
    values.add(line.fullName);
    values.add(line.email);
    values.add(Integer.toString(line.level));
    return values;
  }

  private static String rows(
      List<Line> lines,
      String end,
      String separator,
      java.util.function.UnaryOperator<String> writer,
      String before) {
    StringBuilder text = new StringBuilder(before);
    for (int i = 0; i < lines.size(); i++) {
      text.append(values(lines, i).stream().map(writer).collect(Collectors.joining(separator)));
      text.append(end);
    }
    return text.toString();
  }

  private static String tsv(String text) {
    return text == null
        ? "NULL"
        : text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }

  private static String csv(String text) {
    return text == null ? "\\N" : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private static String outfile(String text) {
    return text == null
        ? "\\N"
        : text.replace("\\", "\\\\").replace("\t", "\\\t").replace("\n", "\\\n");
  }

  private static String outfileCsv(String text) {
    return text == null
        ? "\\N"
        : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\\n") + "\"";
  }

  private static String sql(String text) {
    return text == null
        ? "NULL"
        : "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
  }

  private static String hex(String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    String digits = java.util.HexFormat.of().formatHex(bytes);
    return text == null ? "NULL" : "_binary X'" + digits + "'";
  }

  private static String xml(List<Line> lines) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?>\n\n");
    String open = "<resultset xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n";
    xml.append(open);
    for (int i = 0; i < lines.size(); i++) {
      if (i == 1) {
        xml.append("</resultset>\n<?xml version=\"1.0\"?>\n\n").append(open);
      }
      xml.append("<row>\n");
      for (int c = 0; c < COLUMNS.size(); c++) {
        String value = values(lines, i).get(c);
        String field = "\t<field name=\"" + COLUMNS.get(c) + "\"";
        xml.append(field)
            .append(
                value == null
                    ? " xsi:nil=\"true\" />\n"
                    : ">"
                        + value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                        + "</field>\n");
      }
      xml.append("</row>\n");
    }
    return xml.append("</resultset>\n").toString();
  }
}
