package org.vicilint.input.tsv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.ColumnType;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Table;
import org.vicilint.source.ProblemLog;
import org.vicilint.source.Source;
import org.vicilint.source.TailBuffer;
import org.vicilint.text.PasswordMask;

/**
 * Whether the last field of a TSV may have lost its end. {@code mysql -B} ends every line with a
 * line feed, so a table without the last one may have been cut in its last field, which no count of
 * fields shows. Many tables that people write lack it as well. So it is reported only where it
 * could lead to a wrong answer: in a column that is looked at, and with a value that could be the
 * beginning of another. That is never so for the whole of {@code vicidial_users}, whose last
 * columns are not looked at, nor for a flag that stands there. A flag that does not is a problem. A
 * text may be whole or not, and to refuse the output of most editors would be too strict: that is a
 * note.
 */
public final class TsvEnd {
  /** VICIdial has levels of one digit. */
  private static final String LEVEL = "user_level";

  private final TailBuffer tail = new TailBuffer();
  private final Column last;
  private final int columns;

  private TsvEnd(Column last, int columns) {
    this.last = last;
    this.columns = columns;
  }

  /** Looks at the names of the columns; before the source is read, for a pipe shows them once. */
  public static TsvEnd of(Source source) throws IOException {
    String head = new String(source.head(Source.HEAD), StandardCharsets.UTF_8);
    List<String> names =
        Arrays.stream(head.substring(0, Math.max(0, head.indexOf('\n'))).split("\t", -1))
            .map(name -> name.replace("\uFEFF", "").strip())
            .toList();
    Table table = Table.having(new HashSet<>(names));
    Column column = table == null ? null : table.column(names.get(names.size() - 1));
    return new TsvEnd(column == null || column.slot() < 0 ? null : column, names.size());
  }

  /** Returns the same source, set to show its end when it is read. */
  public Source watch(Source source) {
    return last == null ? source : source.watched(tail);
  }

  /** Says that the last field may be cut. */
  public void report(ParsedInput harvest, ProblemLog log) {
    String line = last == null ? null : tail.unfinished();
    if (line == null || line.endsWith("\r")) {
      return;
    }
    String[] fields = line.split("\t", -1);
    if (fields.length == columns && mayGoOn(fields[fields.length - 1])) {
      String reason =
          "the last line does not end with a line feed, as mysql -B writes one: its last field, %s, may be cut off"
              .formatted(last.name());
      if (last.isText()) {
        harvest.notes().add(PasswordMask.within(log.source()) + ": " + reason);
      } else {
        log.add(reason, "export the table again; where it is whole, add a line feed at its end");
      }
    }
  }

  /** Whether the text may be the beginning of another value of the column. */
  private boolean mayGoOn(String text) {
    if (text.isEmpty()) {
      return true;
    }
    if (last.type() instanceof ColumnType.Choice choice) {
      return choice.values().stream()
          .anyMatch(value -> value.length() > text.length() && value.startsWith(text));
    }
    return !last.name().equals(LEVEL);
  }
}
