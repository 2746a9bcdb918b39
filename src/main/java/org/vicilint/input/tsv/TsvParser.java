package org.vicilint.input.tsv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.vicilint.input.table.Column;
import org.vicilint.input.table.Escapes;
import org.vicilint.input.table.Header;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Row;
import org.vicilint.input.table.Secrets;
import org.vicilint.input.table.Table;
import org.vicilint.model.Places;
import org.vicilint.source.ProblemLog;

/**
 * Takes the records out of chunks of a table that {@code mysql -B} wrote. It makes texts only of
 * what differs from VICIdial's default in a column that is kept. For one thread.
 */
final class TsvParser {
  private final Column[] columns;
  private final byte[][] defaults;
  private final Row row;
  private final TsvLogRow logged;
  private final ParsedInput harvest;
  private final Secrets secrets;
  private final Texts texts = new Texts();

  /** By slot. */
  private final boolean[] repeats;

  /** Takes most of the records, and mostly all; null in other tables than that of accounts. */
  private final TsvAccounts accounts;

  private byte[] bytes;
  private int begin;
  private int fields;

  /** How many bytes more than characters the line has up to here, and up to the field. */
  private int extra;

  private int extraBefore;

  /** The first and the last byte of the line that is not ASCII; -1 when all are. */
  private int firstWide;

  private int lastWide;

  /** Whether a backslash stands in the line up to here. */
  private boolean escaped;

  /**
   * @param harvest what the records are added to
   */
  TsvParser(Header header, String source, ParsedInput harvest, Secrets secrets) {
    this.harvest = harvest;
    this.secrets = secrets;
    columns = new Column[header.size()];
    defaults = new byte[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = header.column(i);
      if (columns[i] != null) {
        defaults[i] = columns[i].defaultText().getBytes(UTF_8);
      }
    }
    repeats = new boolean[header.table().kept().size()];
    header.table().kept().forEach(column -> repeats[column.slot()] = column.repeats());
    row = new Row(header.table(), false);
    row.given(header.given());
    logged =
        header.table() == Table.API_LOG
            ? new TsvLogRow(source, header.given(), harvest.usage())
            : null;
    accounts = header.table() == Table.USERS ? new TsvAccounts(columns, secrets) : null;
  }

  /**
   * Takes the records of a chunk, and adds what is wrong with their values to the log.
   *
   * @param from where in the chunk the first record begins
   * @param before how many lines of the chunk stand before that
   * @param part the chunk, as places know it
   * @return how many lines the chunk has; -1 when something else is wrong, which this class leaves
   *     to the careful reader
   */
  int parse(LineChunks.Chunk chunk, int from, int before, Places.ChunkOffset part, ProblemLog log) {
    bytes = chunk.bytes;
    int line = before;
    begin = from;
    row.begin(part);
    if (accounts != null) {
      accounts.begin(bytes);
    }
    while (begin < chunk.end) {
      line++;
      int next =
          accounts == null
              ? -1
              : accounts.take(begin, chunk.end, part, line, harvest.accounts(), log);
      if (next < 0) {
        next = record(line);
        if (next < 0) {
          return -1;
        }
        if (fields > 0) {
          finish(line, log);
        }
      }
      begin = next;
    }
    return line;
  }

  private void finish(int line, ProblemLog log) {
    if (logged == null) {
      row.finish(line, 1, harvest, secrets, log);
    } else {
      logged.finish(bytes, line, log);
    }
  }

  /** Reads one line; returns the beginning of the next one, or -1. */
  private int record(int line) {
    byte[] b = bytes;
    int at = begin;
    int start = at;
    int field = 0;
    extra = 0;
    extraBefore = 0;
    firstWide = -1;
    escaped = false;
    if (logged == null) {
      row.clear();
    } else {
      logged.clear();
    }
    while (true) {
      byte c = b[at];
      if (c > '\r') {
        if (c == '\\') {
          escaped = true;
        }
        at++;
      } else if (c == '\t') {
        field(field++, start, at, line);
        start = ++at;
        extraBefore = extra;
      } else if (c == '\n') {
        break;
      } else if (c < 0) {
        wide(c, at);
        at++;
      } else if (c == 0) {
        return -1;
      } else if (c == '\r' && b[at + 1] == '\n') {
        break;
      } else {
        at++;
      }
    }
    int next = at + (b[at] == '\r' ? 2 : 1);
    if (at == begin) {
      fields = 0; // nothing stands here
      return next;
    }
    field(field++, start, at, line);
    fields = field;
    return field == columns.length && (firstWide < 0 || valid()) ? next : -1;
  }

  private void wide(byte c, int at) {
    firstWide = firstWide < 0 ? at : firstWide;
    lastWide = at;
    if ((c & 0xC0) == 0x80) {
      extra++;
    } else if ((c & 0xF8) == 0xF0) {
      extra--; // Java writes it as two characters
    }
  }

  /** ASCII is never a part of other characters, so it need not be looked at. */
  private boolean valid() {
    String text = new String(bytes, firstWide, lastWide + 1 - firstWide, UTF_8);
    return text.indexOf('\uFFFD') < 0;
  }

  private void field(int field, int start, int end, int line) {
    Column column = field < columns.length ? columns[field] : null;
    if (column == null || is(defaults[field], start, end)) {
      return;
    }
    boolean nothing = TsvValues.isNull(column, bytes, start, end);
    if (logged == null) {
      row.put(
          column, nothing ? null : text(column, start, end), line, start - begin - extraBefore + 1);
    } else if (!nothing) {
      logged.put(column, start, end);
    }
  }

  private String text(Column column, int start, int end) {
    String text =
        repeats[column.slot()]
            ? texts.of(bytes, start, end)
            : new String(bytes, start, end - start, firstWide < 0 ? ISO_8859_1 : UTF_8);
    return escaped ? Escapes.undo(text) : text;
  }

  private boolean is(byte[] text, int start, int end) {
    if (end - start != text.length) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (bytes[start + i] != text[i]) {
        return false;
      }
    }
    return true;
  }
}
