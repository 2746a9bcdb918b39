package org.vicilint.input.sql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Secrets;
import org.vicilint.input.table.Table;
import org.vicilint.input.table.TableRows;
import org.vicilint.source.ProblemLog;
import org.vicilint.sql.DumpStatements;
import org.vicilint.sql.SqlInput;
import org.vicilint.sql.SqlLexer;
import org.vicilint.sql.SqlMode;

/** Reads the records of an INSERT into one of our tables. */
final class SqlRows {
  private final SqlInput in;
  private final SqlLexer lexer;
  private final SqlMode mode;
  private final SqlValue value;
  private final ParsedInput harvest;
  private final Secrets secrets;
  private final ProblemLog log;

  /** Columns of each table's last INSERT, which the next one mostly has too. */
  private final Map<Table, TableRows> last = new HashMap<>();

  SqlRows(
      SqlInput in,
      SqlLexer lexer,
      SqlMode mode,
      ParsedInput harvest,
      Secrets secrets,
      ProblemLog log) {
    this.in = in;
    this.lexer = lexer;
    this.mode = mode;
    this.value = new SqlValue(in, lexer, mode, log);
    this.harvest = harvest;
    this.secrets = secrets;
    this.log = log;
  }

  /**
   * Reads from behind the table's name to the end of the statement.
   *
   * @param created the columns as the dump's CREATE TABLE has them; null when it had none
   */
  DumpStatements.Meaning read(Table table, List<String> created) throws IOException {
    lexer.blanks();
    List<String> names = created;
    if (in.peek() == '(') {
      names = listedColumns();
      if (created != null && !new HashSet<>(names).containsAll(created)) {
        return DumpStatements.Meaning.CHANGES; // the script has its own defaults for the others
      }
      if (unknown(table, names, created)) {
        return DumpStatements.Meaning.CHANGES; // the server may refuse it
      }
    }
    lexer.blanks();
    String verb = lexer.word();
    if (!verb.equals("VALUES") && !verb.equals("VALUE")) {
      return in.peek() == SqlInput.END
          ? DumpStatements.Meaning.UNENDED
          : DumpStatements.Meaning.CHANGES;
    }
    lexer.blanks();
    while (in.peek() == '(') {
      in.next();
      DumpStatements.Meaning meaning = row(table, names, created != null);
      if (meaning != DumpStatements.Meaning.PLAIN) {
        return meaning;
      }
      lexer.blanks();
      if (in.peek() == ',') {
        in.next();
        lexer.blanks();
      }
    }
    if (lexer.atDelimiter() || in.peek() == SqlInput.END) {
      return lexer.skipStatement() ? DumpStatements.Meaning.PLAIN : DumpStatements.Meaning.UNENDED;
    }
    return DumpStatements.Meaning.CHANGES;
  }

  /** Whether a name may be no column of the server's; what is dumped from there has all of them. */
  private boolean unknown(Table table, List<String> names, List<String> created) {
    if (created != null) {
      return !new HashSet<>(created).containsAll(names);
    }
    return table.complete() && !mode.dump() && !table.names().containsAll(names);
  }

  private DumpStatements.Meaning row(Table table, List<String> names, boolean created)
      throws IOException {
    int line = in.line();
    int column = in.column() - 1;
    TableRows rows = names == null ? knownOrder(table) : rows(table, names, line, created);
    rows.begin();
    int field = 0;
    boolean good = true;
    while (true) {
      Column wanted = rows.column(field);
      switch (value.read(wanted, line)) {
        case TEXT -> rows.put(field, value.text(), line, column);
        case NULL -> {
          if (!mode.dump() && !wanted.nullable()) {
            return DumpStatements.Meaning.CHANGES; // the server may refuse it
          }
          rows.put(field, null, line, column);
        }
        case SKIPPED -> {}
        case BAD -> good = false;
        case PLAYED -> {
          return DumpStatements.Meaning.CHANGES;
        }
        case END -> {
          return DumpStatements.Meaning.UNENDED;
        }
      }
      field++;
      if (in.next() == ')') {
        break;
      }
    }
    if (field != rows.size()) {
      wrongCount(table, names, rows, field, line, column);
    } else if (good) {
      rows.finish(line, column);
    }
    return DumpStatements.Meaning.PLAIN;
  }

  private void wrongCount(
      Table table, List<String> names, TableRows rows, int field, int line, int column) {
    if (names == null) {
      log.add(
          line,
          column,
          "this record has %d fields, and %s has %d in the order that vicilint knows"
              .formatted(field, table.name(), rows.size()),
          "dump again with CREATE TABLE, or with --complete-insert");
    } else {
      log.add(
          line,
          column,
          "this record has %d fields, but the dump names %d columns of %s"
              .formatted(field, rows.size(), table.name()),
          "dump again");
    }
  }

  /** Returns the columns of records without names: in the order that the newest known build has. */
  private TableRows knownOrder(Table table) {
    return rows(table, List.copyOf(table.names()), in.line(), true);
  }

  private TableRows rows(Table table, List<String> names, int line, boolean created) {
    TableRows rows = last.get(table);
    if (rows == null || !rows.names().equals(names)) {
      rows = new TableRows(table, names, line, false, harvest, secrets, log);
      if (!created && !mode.dump()) {
        rows.takeDefaults();
      }
      last.put(table, rows);
    }
    return rows;
  }

  private List<String> listedColumns() throws IOException {
    List<String> names = new ArrayList<>();
    in.next();
    do {
      lexer.blanks();
      names.add(lexer.name());
    } while (in.next() == ',');
    return names;
  }
}
