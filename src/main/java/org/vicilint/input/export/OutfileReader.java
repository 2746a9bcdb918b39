package org.vicilint.input.export;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Secrets;
import org.vicilint.input.table.Table;
import org.vicilint.input.table.TableRows;
import org.vicilint.source.Limits;
import org.vicilint.source.ProblemLog;

/** Reads an export without names, as {@code SELECT … INTO OUTFILE} writes it. */
public final class OutfileReader {
  public static final String SEPARATED_OTHERWISE = "the fields are not separated by commas or tabs";
  public static final String HOW_TO_SEPARATE =
      "export with mysql -B, or as CSV: FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '\"'";

  private static final int MOST_FIELDS = 1000;

  /** A few values may begin and end with quotes of their own. */
  private static final int MANY = 8;

  private final List<String> columns;
  private final ParsedInput harvest;
  private final Secrets secrets;
  private final ProblemLog log;

  /** The first line with the word NULL where NULL may be; 0 when there is none. */
  private int bare;

  /**
   * @param columns the names that the user gives; empty to take the order that vicilint knows
   */
  public OutfileReader(List<String> columns, ParsedInput harvest, Secrets secrets, ProblemLog log) {
    this.columns = columns;
    this.harvest = harvest;
    this.secrets = secrets;
    this.log = log;
  }

  public void read(Reader in, char separator) throws IOException {
    log.secretSeen();
    OutfileRecords records = new OutfileRecords(in, separator);
    TableRows rows = null;
    while (!records.atEnd()) {
      int line = records.line();
      if (rows == null) {
        rows = first(records, line);
        if (rows == null) {
          return;
        }
      } else {
        record(records, rows, line);
      }
    }
    if (separator == '\t' && bare > 0 && !records.nulls()) {
      log.add(
          bare,
          1,
          "this looks like the output of mysql -B -N: its NULL cannot be told from a text",
          "export with the line of column names, mysql -B without -N");
    }
  }

  /** Reads the first record whole, because the number of fields shows the table. */
  private TableRows first(OutfileRecords records, int line) throws IOException {
    List<String> texts = new ArrayList<>();
    boolean cut = false;
    OutfileRecords.End end;
    do {
      end = records.field(true);
      texts.add(records.text());
      cut |= records.tooLong() || records.unclosed();
    } while (end == OutfileRecords.End.FIELD && texts.size() <= MOST_FIELDS);
    TableRows rows = form(texts, line) ? rows(texts.size(), line) : null;
    if (rows != null) {
      rows.begin();
      for (int i = 0; i < texts.size(); i++) {
        put(rows, i, texts.get(i), line);
      }
      finish(rows, texts.size(), cut, line, end);
    }
    return rows;
  }

  /** Whether the record is written in a form that is read, and is none of names. */
  private boolean form(List<String> texts, int line) {
    Set<String> names = new HashSet<>();
    texts.forEach(text -> names.add(text == null ? "" : text.strip().toLowerCase(Locale.ROOT)));
    if (Table.having(names) != null) {
      log.add(
          line,
          1,
          "the names of columns stand here: this is TSV or CSV",
          "leave out --input-format outfile, and --columns");
    } else if (texts.size() == 1 && columns.size() != 1) {
      log.add(line, 1, SEPARATED_OTHERWISE, HOW_TO_SEPARATE);
    } else if (quoted(texts)) {
      log.add(
          line,
          1,
          "the fields stand in quotes that are part of them: they are read only as \" between commas",
          HOW_TO_SEPARATE);
    } else {
      return true;
    }
    return false;
  }

  /** Whether all texts stand in quotes, and numbers and NULL may. */
  private static boolean quoted(List<String> texts) {
    long quoted = texts.stream().filter(OutfileReader::quoted).count();
    return quoted >= MANY
        && texts.stream().allMatch(t -> t == null || quoted(t) || t.matches("-?[0-9.]+"));
  }

  private static boolean quoted(String text) {
    return text != null && text.matches("(?s)'.*'|\".*\"");
  }

  private void record(OutfileRecords records, TableRows rows, int line) throws IOException {
    rows.begin();
    int field = 0;
    boolean cut = false;
    OutfileRecords.End end;
    do {
      boolean keep = rows.column(field) != null;
      end = records.field(keep);
      if (keep) {
        put(rows, field, records.text(), line);
      }
      cut |= (keep && records.tooLong()) || records.unclosed();
      field++;
    } while (end == OutfileRecords.End.FIELD);
    finish(rows, field, cut, line, end);
  }

  private void put(TableRows rows, int field, String text, int line) {
    Column column = rows.column(field);
    if (column != null) {
      if (bare == 0 && column.nullable() && "NULL".equals(text)) {
        bare = line;
      }
      rows.put(field, text, line, 1);
    }
  }

  private void finish(TableRows rows, int fields, boolean cut, int line, OutfileRecords.End end) {
    boolean last = end == OutfileRecords.End.FILE;
    if (cut) {
      log.add(
          line,
          1,
          last
              ? "a field of this record does not end: the export looks cut off"
              : "a field here is longer than %d MiB".formatted(Limits.FIELD >> 20),
          "export the table again");
    } else if (fields != rows.size()) {
      log.add(
          line,
          1,
          "this record has %d fields, but %s has %d%s"
              .formatted(
                  fields,
                  rows.names().equals(columns) ? "--columns" : rows.table().name(),
                  rows.size(),
                  last ? ": the export looks cut off" : ""),
          "export the table again");
    } else {
      rows.finish(line, 1);
      if (last) {
        log.add(
            line,
            1,
            "the last record does not end with its line: it may be cut off",
            "export the table again");
      }
    }
  }

  /** Returns the table with this number of fields; null, and a problem, when there is none. */
  private TableRows rows(int fields, int line) {
    Table named = columns.isEmpty() ? null : Table.having(new HashSet<>(columns));
    if (named == null || fields != columns.size()) {
      for (Table table : Table.all()) {
        // Another table than the one whose columns are named may have the known order.
        if (table != named && table.told() && table.names().size() == fields) {
          List<String> names = List.copyOf(table.names());
          return new TableRows(table, names, line, false, harvest, secrets, log);
        }
      }
    }
    if (named != null) {
      return new TableRows(named, columns, line, false, harvest, secrets, log);
    }
    log.add(
        line,
        1,
        "this table has no header and %d columns, which fits none that vicilint knows (%s)"
            .formatted(fields, known()),
        "columns differ between versions of VICIdial: name yours in their order with --columns a,b,c, or export with a header (mysql -B)");
    return null;
  }

  private static String known() {
    return Table.all().stream()
        .filter(Table::told)
        .map(table -> table.name() + ": " + table.names().size())
        .collect(Collectors.joining(", "));
  }

  /** Whether a text without a header has as many fields as one of the tables. */
  public static boolean fits(String head, List<String> columns) {
    return fits(fields(head, '\t'), columns) || fits(fields(head, ','), columns);
  }

  private static boolean fits(int fields, List<String> columns) {
    return columns.isEmpty()
        ? Table.all().stream().anyMatch(t -> t.told() && t.names().size() == fields)
        : fields == columns.size();
  }

  /**
   * Returns the separator of fields: the one that makes them fit; else a tab where there is one.
   */
  public static char separator(String head, List<String> columns) {
    // Where both would do, tabs stand within quotes; names do not begin with one.
    boolean commas =
        fits(fields(head, ','), columns)
            && (!fits(fields(head, '\t'), columns) || head.startsWith("\""));
    return commas || fields(head, '\t') == 1 ? ',' : '\t';
  }

  /** Returns the number of fields of the first record. */
  public static int fields(String head, List<String> columns) {
    return fields(head, separator(head, columns));
  }

  private static int fields(String head, char separator) {
    OutfileRecords records = new OutfileRecords(new CharArrayReader(head.toCharArray()), separator);
    try {
      int fields = 1;
      while (records.field(false) == OutfileRecords.End.FIELD) {
        fields++;
      }
      return fields;
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory can be read", e);
    }
  }

  /** Whether a text is one that a line of names does not hold, but a record may. */
  public static boolean value(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    return plain.isEmpty() || plain.equals("\\n") || plain.matches("-?[0-9]+");
  }
}
