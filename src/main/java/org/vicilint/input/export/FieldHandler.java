package org.vicilint.input.export;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.Escapes;
import org.vicilint.input.table.Header;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Row;
import org.vicilint.input.table.Secrets;
import org.vicilint.source.ProblemLog;

/**
 * Takes FastCSV's fields as they come, and makes a text only of those that an estate keeps and that
 * differ from VICIdial's default: a table has some 150 columns, and most say nothing.
 */
final class FieldHandler extends CsvCallbackHandler<Boolean> {
  private final boolean tsv;
  private final ParsedInput harvest;
  private final Secrets secrets;
  private final ProblemLog log;
  private final List<String> names = new ArrayList<>();
  private final List<int[]> namePlaces = new ArrayList<>();
  private Header header;
  private Row row;

  /** Number of lines of the file before those that the parser was given. */
  private int skipped;

  private RecordType type;
  private int recordLine;
  private int fields;
  private int line;
  private int column;

  /** Line of a record with too few fields, while it is not known whether it is the last. */
  private int shortLine;

  private int shortFields;
  private boolean suspicious;

  FieldHandler(boolean tsv, ParsedInput harvest, Secrets secrets, ProblemLog log) {
    this.tsv = tsv;
    this.harvest = harvest;
    this.secrets = secrets;
    this.log = log;
  }

  /** Begins a part of the file behind the skipped lines. */
  void begin(int skippedLines) {
    skipped = skippedLines;
    suspicious = false;
  }

  /** Whether the table is none that can be read, so that there is nothing more to do. */
  boolean hopeless() {
    return header != null && header.table() == null;
  }

  /**
   * Whether the last record ran over several lines and was wrong: a stray quote has swallowed
   * records, which are to be read again.
   */
  boolean suspicious() {
    return suspicious;
  }

  /** The line at which the last record begins. */
  int recordLine() {
    return recordLine;
  }

  /** Says that the parser has failed in the field that would have come next. */
  void broken(String reason, String hint) {
    flushShort(false);
    log.add(line, column, reason, hint);
  }

  /** Says what could be known only at the end. */
  void end() {
    flushShort(true);
  }

  @Override
  protected void beginRecord(long startingLine) {
    recordLine = Math.toIntExact(startingLine) + skipped;
    line = recordLine;
    column = 1;
    fields = 0;
    type = RecordType.DATA;
    if (row != null) {
      row.clear();
    }
  }

  @Override
  protected void addField(char[] buffer, int offset, int length, boolean quoted) {
    if (header == null) {
      names.add(new String(buffer, offset, length));
      namePlaces.add(new int[] {line, column});
    } else {
      Column wanted = header.column(fields);
      if (wanted != null && !wanted.isDefault(buffer, offset, length)) {
        row.put(wanted, text(wanted, buffer, offset, length, quoted), line, column);
      }
    }
    fields++;
    advance(buffer, offset, length, quoted);
  }

  @Override
  protected void setComment(char[] buffer, int offset, int length) {
    type = RecordType.COMMENT; // comments are switched off
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
    if (type == RecordType.DATA) {
      flushShort(false);
      if (header == null) {
        header = new Header(names, namePlaces, log);
        if (header.table() != null) {
          row = new Row(header.table(), false);
          row.given(header.given());
          harvest.export(header.table());
        }
      } else if (fields == header.size()) {
        row.finish(recordLine, 1, harvest, secrets, log);
      } else {
        ragged();
      }
    }
    return Boolean.TRUE;
  }

  private void ragged() {
    suspicious = line > recordLine;
    if (fields < header.size() && !suspicious) {
      shortLine = recordLine;
      shortFields = fields;
      return;
    }
    log.add(
        recordLine,
        1,
        suspicious
            ? "a quoted field that begins here runs over several lines, and the record with it"
            : "this record has " + fields + " fields, but the header has " + header.size(),
        tsv
            ? "export the table again with mysql -B"
            : "quote a field that holds commas, quotes or line breaks, and double its quotes");
  }

  private void flushShort(boolean last) {
    if (shortLine > 0) {
      log.add(
          shortLine,
          1,
          "this record has "
              + shortFields
              + " fields, but the header has "
              + header.size()
              + (last ? ": the export looks cut off" : ""),
          "export the table again");
      shortLine = 0;
    }
  }

  /** The field's text; null for MySQL's NULL. */
  private String text(Column wanted, char[] buffer, int offset, int length, boolean quoted) {
    String text = new String(buffer, offset, length);
    if (!quoted && (text.equals("\\N") || (text.equals("NULL") && wanted.nullable()))) {
      return null;
    }
    return tsv ? Escapes.undo(LoneReturns.show(text)) : text;
  }

  private void advance(char[] buffer, int offset, int length, boolean quoted) {
    if (!quoted) {
      column += length + 1;
      return;
    }
    column++;
    for (int i = offset; i < offset + length; i++) {
      char c = buffer[i];
      boolean pair = c == '\r' && i + 1 < offset + length && buffer[i + 1] == '\n';
      if ((c == '\n' || c == '\r') && !pair) {
        line++;
        column = 1;
      } else {
        column += c == '"' ? 2 : 1; // a quote in the text is written twice
      }
    }
    column += 2; // the closing quote, and what separates the fields
  }
}
