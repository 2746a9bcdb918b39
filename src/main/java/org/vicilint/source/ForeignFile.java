package org.vicilint.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A kind of file that vicilint does not read.
 *
 * @param start the bytes with which such a file begins; null when something else shows it
 * @param reason what the file is
 * @param hint the way to something that is read
 */
public record ForeignFile(int[] start, String reason, String hint) {
  private static final int HEAD_LOOKED_AT = 8 << 10;

  /** One byte of this many at most is NUL in a text. */
  private static final int FEW = 50;

  private static final Pattern MYSQL_XML = Pattern.compile("(?s).*<(resultset|mysqldump)[\\s>].*");

  private static final String UNPACK = "unpack it first";
  private static final String ZIP = "unpack it, or save the sheet as CSV";
  private static final String UTF_8 = "save the file as UTF-8";
  private static final String EXPORT = "export the table with mysql -B";

  private static final List<ForeignFile> BINARY =
      List.of(
          new ForeignFile(new int[] {0xFF, 0xFE}, "this is UTF-16 text", UTF_8),
          new ForeignFile(new int[] {0xFE, 0xFF}, "this is UTF-16 text", UTF_8),
          new ForeignFile(new int[] {0x1F, 0x8B}, "this is packed twice, with gzip inside", UNPACK),
          new ForeignFile(new int[] {'P', 'K', 3, 4}, "this is a zip or Excel file", ZIP),
          new ForeignFile(
              new int[] {0x28, 0xB5, 0x2F, 0xFD}, "this is packed twice, with zstd inside", UNPACK),
          new ForeignFile(new int[] {'B', 'Z', 'h'}, "this is a bzip2 file", UNPACK),
          new ForeignFile(new int[] {0xFD, '7', 'z', 'X', 'Z'}, "this is an xz file", UNPACK),
          new ForeignFile(new int[] {'7', 'z', 0xBC, 0xAF}, "this is a 7z file", UNPACK),
          new ForeignFile(new int[] {'R', 'a', 'r', '!'}, "this is a rar file", UNPACK),
          new ForeignFile(new int[] {'L', 'Z', 'I', 'P'}, "this is an lzip file", UNPACK),
          new ForeignFile(new int[] {4, 0x22, 0x4D, 0x18}, "this is an lz4 file", UNPACK),
          new ForeignFile(new int[] {0x1F, 0x9D}, "this is packed with compress", UNPACK),
          new ForeignFile(
              new int[] {'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f'},
              "this is an SQLite database",
              EXPORT));

  private static final ForeignFile NO_XML =
      new ForeignFile(
          null, "this is XML or HTML, but not what mysql --xml or mysqldump --xml writes", EXPORT);

  private static ForeignFile text(String head) {
    if (head.startsWith("<") && !MYSQL_XML.matcher(head).matches()) {
      return NO_XML;
    }
    boolean drawn = head.startsWith("+--") || head.startsWith("*****"); // mysql -t, mysql -E
    return drawn ? new ForeignFile(null, "this is a table drawn for a terminal", EXPORT) : null;
  }

  private boolean packed() {
    return hint.equals(UNPACK) || hint.equals(ZIP);
  }

  private boolean begins(byte[] bytes) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a source is such a file; a problem says so then. */
  public static boolean reported(Source source, ProblemLog log) throws IOException {
    return reported(source, source.head(Source.HEAD), log);
  }

  /** {@link #reported(Source, ProblemLog)} of a source whose beginning is at hand. */
  public static boolean reported(Source source, byte[] bytes, ProblemLog log) {
    String head = new String(bytes, StandardCharsets.UTF_8);
    head = head.startsWith("\uFEFF") ? head.substring(1) : head;
    ForeignFile foreign = of(source, bytes, head);
    if (foreign != null) {
      log.add(foreign.reason, foreign.hint);
    }
    return foreign != null;
  }

  /** Whether a text begins as XML of mysql or mysqldump does. */
  public static boolean mysqlXml(String head) {
    return MYSQL_XML.matcher(head).matches();
  }

  /** Whether the bytes begin as something that is packed does. */
  public static boolean packed(byte[] head) {
    return BINARY.stream().anyMatch(each -> each.packed() && each.begins(head));
  }

  private static ForeignFile of(Source source, byte[] bytes, String head) {
    for (ForeignFile each : BINARY) {
      if (each.begins(bytes)) {
        return each;
      }
    }
    if (binary(bytes)) {
      return SourceFinder.packedOtherwise(source.name())
          ? new ForeignFile(null, "this is packed in a way that is not read", UNPACK)
          : new ForeignFile(null, "this is a binary file", "give a text file");
    }
    if (head.isBlank()) {
      return bytes.length == Source.HEAD
          ? new ForeignFile(null, "the file begins with nothing but blanks", "remove them")
          : new ForeignFile(null, "the file is empty", "write it again, or leave it out");
    }
    return text(head.stripLeading());
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
}
