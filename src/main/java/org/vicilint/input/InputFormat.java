package org.vicilint.input;

/** A way in which a source can be written, as {@code --input-format} names it. */
public enum InputFormat {
  /** Account definitions: YAML, or a JSON object of the same shape. */
  DEFINITIONS("definitions"),
  /** A table as {@code mysql -B} writes it. */
  TSV("tsv"),
  /** A table as RFC 4180 describes it, with a header. */
  CSV("csv"),
  /** A table as a JSON array of objects. */
  JSON("json"),
  /** A dump that {@code mysqldump} or {@code mariadb-dump} writes. */
  SQL("sql"),
  /** Output of {@code mysql --xml} and {@code mysqldump --xml}. */
  XML("xml"),
  /** A table without a header, as {@code SELECT … INTO OUTFILE} writes it. */
  OUTFILE("outfile");

  private final String word;

  InputFormat(String word) {
    this.word = word;
  }

  /** The value of {@code --input-format}. */
  public String word() {
    return word;
  }
}
