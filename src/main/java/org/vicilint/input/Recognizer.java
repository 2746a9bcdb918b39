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
import org.vicilint.source.ProblemLog;
import org.vicilint.source.Source;
import org.vicilint.source.SourceFinder;

/** Tells from its beginning what a source holds. */
public final class Recognizer {
  static final int HEAD = 64 << 10;
  private static final int HEAD_LOOKED_AT = 8 << 10;

  /** In a text no more than one byte of so many is NUL. */
  private static final int FEW = 50;

  /** So many fields without a name in front are no definitions. */
  private static final int FIELDS_OF_A_TABLE = 8;

  private static final Set<String> DOCUMENTS = Set.of("yaml", "yml", "json");

  private static final Pattern XML = Pattern.compile("(?s).*<(resultset|mysqldump)[\\s>].*");

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

  /** What the source holds; empty, and a problem, when it is nothing that can be read. */
  public Optional<Content> recognize(Source source, ProblemLog log) throws IOException {
    return recognize(source, source.head(HEAD), log);
  }

  /** The same for one whose beginning is at hand. */
  Optional<Content> recognize(Source source, byte[] bytes, ProblemLog log) {
    String head = new String(bytes, StandardCharsets.UTF_8);
    head = head.startsWith("\uFEFF") ? head.substring(1) : head;
    Foreign foreign = foreign(source, bytes, head);
    if (foreign != null) {
      log.add(foreign.reason, foreign.hint);
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
    if (XML.matcher(head).matches() && first(head) == '<') {
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
    // Who names columns means a table; that their number does not fit is told where it is read.
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

  /** Whether the bytes begin as something that is packed does. */
  static boolean packed(byte[] head) {
    return Foreign.BINARY.stream().anyMatch(each -> each.packed() && each.begins(head));
  }

  private static Foreign foreign(Source source, byte[] bytes, String head) {
    for (Foreign each : Foreign.BINARY) {
      if (each.begins(bytes)) {
        return each;
      }
    }
    if (binary(bytes)) {
      return SourceFinder.packedOtherwise(source.name())
          ? new Foreign(null, "this is packed in a way that is not read", Foreign.UNPACK)
          : new Foreign(null, "this is a binary file", "give a text file");
    }
    if (head.isBlank()) {
      return bytes.length == HEAD
          ? new Foreign(null, "the file begins with nothing but blanks", "remove them")
          : new Foreign(null, "the file is empty", "write it again, or leave it out");
    }
    return Foreign.text(head.stripLeading());
  }

  /**
   * Whether NULs stand in the first line, or are many. One that strayed into a value of a log makes
   * no binary file of it: who reads on says where it stands.
   */
  private static boolean binary(byte[] bytes) {
    int most = Math.min(bytes.length, HEAD_LOOKED_AT);
    int nuls = 0;
    boolean lines = false;
    for (int i = 0; i < most; i++) {
      lines |= bytes[i] == '\n';
      if (bytes[i] == 0) {
        nuls++;
        if (!lines) {
          return true;
        }
      }
    }
    return nuls > most / FEW;
  }

  /** A kind of file that is not read, and what to do about it. */
  private record Foreign(int[] start, String reason, String hint) {
    private static final String UNPACK = "unpack it first";
    private static final String ZIP = "unpack it, or save the sheet as CSV";
    private static final String UTF_8 = "save the file as UTF-8";
    private static final String EXPORT = "export the table with mysql -B";

    static final List<Foreign> BINARY =
        List.of(
            new Foreign(new int[] {0xFF, 0xFE}, "this is UTF-16 text", UTF_8),
            new Foreign(new int[] {0xFE, 0xFF}, "this is UTF-16 text", UTF_8),
            new Foreign(new int[] {0x1F, 0x8B}, "this is packed twice, with gzip inside", UNPACK),
            new Foreign(new int[] {'P', 'K', 3, 4}, "this is a zip or Excel file", ZIP),
            new Foreign(
                new int[] {0x28, 0xB5, 0x2F, 0xFD},
                "this is packed twice, with zstd inside",
                UNPACK),
            new Foreign(new int[] {'B', 'Z', 'h'}, "this is a bzip2 file", UNPACK),
            new Foreign(new int[] {0xFD, '7', 'z', 'X', 'Z'}, "this is an xz file", UNPACK),
            new Foreign(new int[] {'7', 'z', 0xBC, 0xAF}, "this is a 7z file", UNPACK),
            new Foreign(new int[] {'R', 'a', 'r', '!'}, "this is a rar file", UNPACK),
            new Foreign(new int[] {'L', 'Z', 'I', 'P'}, "this is an lzip file", UNPACK),
            new Foreign(new int[] {4, 0x22, 0x4D, 0x18}, "this is an lz4 file", UNPACK),
            new Foreign(new int[] {0x1F, 0x9D}, "this is packed with compress", UNPACK),
            new Foreign(
                new int[] {'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f'},
                "this is an SQLite database",
                EXPORT));

    static final Foreign XML =
        new Foreign(
            null,
            "this is XML or HTML, but not what mysql --xml or mysqldump --xml writes",
            EXPORT);

    static Foreign text(String head) {
      if (head.startsWith("<") && !Recognizer.XML.matcher(head).matches()) {
        return XML;
      }
      boolean drawn = head.startsWith("+--") || head.startsWith("*****"); // mysql -t, mysql -E
      return drawn ? new Foreign(null, "this is a table drawn for a terminal", EXPORT) : null;
    }

    boolean packed() {
      return hint.equals(UNPACK) || hint.equals(ZIP);
    }

    boolean begins(byte[] bytes) {
      for (int i = 0; i < start.length; i++) {
        if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
