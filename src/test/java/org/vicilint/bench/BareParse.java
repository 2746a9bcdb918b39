package org.vicilint.bench;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.nio.file.Path;

/** Parses a table with FastCSV, counts its fields, and makes no text: what to compare with. */
final class BareParse {
  private BareParse() {}

  /** Takes the file. */
  public static void main(String[] args) throws IOException {
    Counter counter = new Counter();
    try (CsvReader<Boolean> reader =
        CsvReader.builder()
            .fieldSeparator('\t')
            .quoteCharacter('\0')
            .build(counter, Path.of(args[0]))) {
      reader.forEach(record -> {});
    }
    System.out.println(counter.total);
  }

  private static final class Counter extends CsvCallbackHandler<Boolean> {
    private long total;
    private int fields;
    private RecordType type = RecordType.DATA;

    @Override
    protected void beginRecord(long startingLine) {
      fields = 0;
      type = RecordType.DATA;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
      fields++;
      total++;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
      type = RecordType.COMMENT;
    }

    @Override
    protected void setEmpty() {
      type = RecordType.EMPTY;
    }

    @Override
    protected RecordType getRecordType() {
      return type;
    }

    @Override
    protected int getFieldCount() {
      return fields;
    }

    @Override
    protected Boolean buildRecord() {
      return Boolean.TRUE;
    }
  }
}
