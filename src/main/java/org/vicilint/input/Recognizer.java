package org.vicilint.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vicilint.input.export.OutfileReader;
import org.vicilint.input.sql.SqlSign;
import org.vicilint.input.table.Table;
import org.vicilint.source.ForeignFile;
import org.vicilint.source.ProblemLog;
import org.vicilint.source.Source;
import org.vicilint.source.SourceFinder;

/** Recognises the content of a source by its beginning. */
public final class Recognizer {

  /** Number of fields without a name in front that no definition has. */
  private static final int FIELDS_OF_A_TABLE = 8;

  private static final Set<String> DOCUMENTS = Set.of("yaml", "yml", "json");

  private final InputFormat format;
  private final List<String> columns;

  /** A format that is given is believed; null leaves it to the content. */
  public Recognizer(InputFormat format) {
    this(format, List.of());
  }

  /**
   * @param columns the columns of tables without a header, as the user names them
   */
  public Recognizer(InputFormat format, List<String> columns) {
    this.format = format;
    this.columns = columns;
  }

  /**
   * Returns the content of the source; empty, with a problem, when it is nothing that can be read.
   */
  public Optional<Content> recognize(Source source, ProblemLog log) throws IOException {
    return recognize(source, source.head(Source.HEAD), log);
  }

  /** Returns the content of a source whose first bytes are at hand. */
  Optional<Content> recognize(Source source, byte[] bytes, ProblemLog log) {
    String head = new String(bytes, StandardCharsets.UTF_8);
    head = head.startsWith("\uFEFF") ? head.substring(1) : head;
    if (ForeignFile.reported(source, bytes, log)) {
      return Optional.empty();
    }
    return Optional.ofNullable(format == null ? guess(source, head, log) : given(head));
  }

  private Content given(String head) {
    return switch (format) {
      case TSV -> Content.TSV;
      case CSV -> Content.CSV;
      case JSON -> first(head) == '{' ? Content.JSON_DEFINITIONS : Content.JSON_EXPORT;
      case SQL -> Content.SQL;
      case XML -> Content.XML;
      case OUTFILE -> Content.OUTFILE;
      case DEFINITIONS -> braces(head) ? Content.JSON_DEFINITIONS : Content.YAML_DEFINITIONS;
    };
  }

  private Content guess(Source source, String head, ProblemLog log) {
    if (first(head) == '[') {
      return Content.JSON_EXPORT;
    }
    if (braces(head)) {
      return Content.JSON_DEFINITIONS;
    }
    if (ForeignFile.mysqlXml(head) && first(head) == '<') {
      return Content.XML;
    }
    // JSON for editors may begin with a comment, as SQL does.
    boolean document = DOCUMENTS.contains(SourceFinder.ending(source.name()));
    if (!document && (SqlSign.shell(head) || source.named(".sh") || source.named(".bash"))) {
      return Content.SHELL;
    }
    if (!document && (SqlSign.begins(head) || source.named(".sql"))) {
      return Content.SQL;
    }
    String line = head.stripLeading().lines().findFirst().orElse("");
    if (outfile(head, line)) {
      return Content.OUTFILE;
    }
    if (header(line, "\t")) {
      return Content.TSV;
    }
    if (header(line, ",")) {
      return Content.CSV;
    }
    if (Stream.of(";", "|").anyMatch(other -> header(line, other) || record(line, other))) {
      log.add(OutfileReader.SEPARATED_OTHERWISE, OutfileReader.HOW_TO_SEPARATE);
      return null;
    }
    if (source.named(".tsv")) {
      return Content.TSV;
    }
    return source.named(".csv") ? Content.CSV : Content.YAML_DEFINITIONS;
  }

  /**
   * Whether this is a table without a line of names. A line of names has a word for each column; a
   * record has numbers, nothing or NULL among its values.
   */
  private boolean outfile(String head, String line) {
    String separator = String.valueOf(OutfileReader.separator(head, columns));
    if (!line.contains(separator) || line.startsWith("#")) {
      return false;
    }
    if (OutfileReader.fits(head, columns)) {
      return values(line, separator) || !header(line, separator);
    }
    // Names of columns mean a table; a wrong count of them is reported where it is read.
    boolean named = !columns.isEmpty() && !line.contains(": ") && !header(line, separator);
    return named
        || (record(line, separator) && OutfileReader.fields(head, columns) >= FIELDS_OF_A_TABLE);
  }

  private static boolean values(String line, String separator) {
    return Arrays.stream(fields(line, separator)).anyMatch(OutfileReader::value);
  }

  /** Whether a line is one of many values, and neither of names nor of a definition. */
  private static boolean record(String line, String separator) {
    return values(line, separator)
        && !header(line, separator)
        && !line.startsWith("#")
        && !line.contains(": ")
        && fields(line, separator).length >= FIELDS_OF_A_TABLE;
  }

  private static String[] fields(String line, String separator) {
    return line.split(Pattern.quote(separator), -1);
  }

  private static boolean header(String line, String separator) {
    if (line.startsWith("#") || line.contains(": ")) {
      return false;
    }
    String[] names = fields(line, separator);
    return names.length > 1
        && Arrays.stream(names)
            .map(name -> name.replaceAll("^\"|\"$", "").toLowerCase(Locale.ROOT))
            .anyMatch(Table::anyHas);
  }

  /** A brace begins YAML as well as JSON, but only JSON always has a quote behind it. */
  private static boolean braces(String head) {
    String text = head.stripLeading();
    if (!text.startsWith("{")) {
      return false;
    }
    char next = first(text.substring(1));
    return next == '"' || next == '}' || next == 0;
  }

  private static char first(String text) {
    String rest = text.stripLeading();
    return rest.isEmpty() ? 0 : rest.charAt(0);
  }
}
