package org.vicilint.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.vicilint.source.ProblemLog;

/**
 * Takes the records out of chunks of a table that {@code mysql -B} wrote. It looks at every byte
 * once, and makes texts only of what differs from VICIdial's default in a column that is kept. For
 * one thread.
 */
final class TsvParser {
  private static final byte[] NULL = {'N', 'U', 'L', 'L'};
  private static final byte[] ESCAPED_NULL = {'\\', 'N'};

  private final Column[] columns;
  private final byte[][] defaults;
  private final Row row;
  private final TsvLogRow logged;
  private final Harvest harvest;
  private final Secrets secrets;
  private final Texts texts = new Texts();

  /** By slot. */
  private final boolean[] repeats;

  private final boolean[] tells;
  private LikeRow like;
  private byte[] bytes;
  private int limit;
  private int begin;
  private int fields;

  /** How many bytes more than characters the line has up to here, and up to the field. */
  private int extra;

  private int extraBefore;

  /** The first and the last byte of the line that is not ASCII; -1 when all are. */
  private int firstWide;

  private int lastWide;

  /** Whether a backslash stands in the line up to here, or in the row that it is compared with. */
  private boolean escaped;

  /**
   * @param harvest what the records are added to
   */
  TsvParser(Header header, String source, Harvest harvest, Secrets secrets) {
    this.harvest = harvest;
    this.secrets = secrets;
    columns = new Column[header.size()];
    defaults = new byte[columns.length][];
    tells = new boolean[columns.length];
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
  }

  /**
   * Takes the records of a chunk, and adds what is wrong with their values to the log.
   *
   * @param from where in the chunk the first record begins
   * @param line the line of that
   * @return false when something else is wrong, which this class leaves to the careful reader
   */
  boolean parse(LineChunks.Chunk chunk, int from, int line, ProblemLog log) {
    bytes = chunk.bytes;
    limit = chunk.end;
    like = null;
    int number = line;
    begin = from;
    while (begin < chunk.end) {
      int next = record(number);
      if (next < 0) {
        return false;
      }
      if (fields > 0 && logged != null) {
        logged.finish(bytes, number, log);
      } else if (fields > 0) {
        row.finish(number, 1, harvest, secrets, log);
      }
      begin = next;
      number++;
    }
    return true;
  }

  /** Reads one line; gives where the next one begins, or -1. */
  private int record(int line) {
    byte[] b = bytes;
    int at = begin;
    int start = at;
    int field = 0;
    extra = 0;
    extraBefore = 0;
    firstWide = -1;
    escaped = like != null && like.escaped();
    if (logged == null) {
      row.clear();
      if (like == null) {
        Arrays.fill(tells, false);
      }
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
        if (like != null && field < columns.length) {
          int differs = like.differs(field, b, at, limit);
          alike(field, differs, at, line);
          at += like.distance(field, differs);
          field = differs;
          start = at;
        }
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
    if (like == null
        && logged == null
        && firstWide < 0
        && field == columns.length
        && field <= Short.MAX_VALUE) {
      like = LikeRow.of(b, begin, at, tells);
    }
    return field == columns.length && (firstWide < 0 || valid()) ? next : -1;
  }

  /** Takes the fields that are as in the row before; most say nothing. */
  private void alike(int from, int to, int start, int line) {
    for (int i = like.telling(from); i < to; i = like.telling(i + 1)) {
      int at = start + like.distance(from, i);
      field(i, at, start + like.distance(from, i + 1) - 1, line);
    }
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
    tells[field] = true;
    boolean nothing = is(ESCAPED_NULL, start, end) || (column.nullable() && is(NULL, start, end));
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
