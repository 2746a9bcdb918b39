package org.vicilint.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vicilint.source.ProblemLog;

/** Reads the records of an INSERT into one of our tables. */
final class SqlRows {
  /** What begins a line of CREATE TABLE that is no column. */
  private static final Set<String> NO_COLUMN =
      Set.of(
          "PRIMARY",
          "UNIQUE",
          "KEY",
          "INDEX",
          "FULLTEXT",
          "SPATIAL",
          "CONSTRAINT",
          "FOREIGN",
          "CHECK",
          "PERIOD");

  private final SqlInput in;
  private final SqlLexer lexer;
  private final SqlValue value;
  private final Harvest harvest;
  private final Secrets secrets;
  private final ProblemLog log;

  /** For each table what its last INSERT had, which is mostly what the next one has. */
  private final Map<Table, TableRows> last = new HashMap<>();

  SqlRows(
      SqlInput in, SqlLexer lexer, SqlMode mode, Harvest harvest, Secrets secrets, ProblemLog log) {
    this.in = in;
    this.lexer = lexer;
    this.value = new SqlValue(in, lexer, mode, log);
    this.harvest = harvest;
    this.secrets = secrets;
    this.log = log;
  }

  /**
   * Reads from behind the table's name to the end of the statement; false when there is none.
   *
   * @param created the columns as the dump's CREATE TABLE has them; null when it had none
   */
  boolean read(Table table, List<String> created) throws IOException {
    int line = in.line();
    lexer.blanks();
    List<String> names = in.peek() == '(' ? listedColumns() : created;
    lexer.blanks();
    String verb = lexer.word();
    if (!verb.equals("VALUES") && !verb.equals("VALUE")) {
      if (in.peek() == SqlInput.END) {
        return false;
      }
      log.add(
          line,
          1,
          "this INSERT has no VALUES, and vicilint executes nothing",
          "give a dump of mysqldump or mariadb-dump");
      return lexer.skipStatement();
    }
    lexer.blanks();
    while (in.peek() == '(') {
      in.next();
      if (!row(table, names)) {
        return false;
      }
      lexer.blanks();
      if (in.peek() == ',') {
        in.next();
        lexer.blanks();
      }
    }
    return lexer.skipStatement();
  }

  private boolean row(Table table, List<String> names) throws IOException {
    int line = in.line();
    int column = in.column() - 1;
    TableRows rows = names == null ? knownOrder(table) : rows(table, names, line);
    rows.begin();
    int field = 0;
    boolean good = true;
    while (true) {
      Column wanted = rows.column(field);
      switch (value.read(wanted, line)) {
        case TEXT -> rows.put(field, value.text(), line, column);
        case NULL -> rows.put(field, null, line, column);
        case DEFAULT -> {}
        case BAD -> good = false;
        case END -> {
          return false;
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
    return true;
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

  /** Without names, the columns are taken in the order that the newest known build has. */
  private TableRows knownOrder(Table table) {
    return rows(table, List.copyOf(table.names()), in.line());
  }

  private TableRows rows(Table table, List<String> names, int line) {
    TableRows rows = last.get(table);
    if (rows == null || !rows.names().equals(names)) {
      rows = new TableRows(table, names, line, false, harvest, secrets, log);
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

  /** The columns of a CREATE TABLE, whose bracket comes next. */
  List<String> definedColumns() throws IOException {
    List<String> names = new ArrayList<>();
    in.next();
    int c;
    do {
      lexer.blanks();
      boolean quoted = in.peek() == '`' || in.peek() == '"';
      String name = lexer.name();
      if (!name.isEmpty() && (quoted || !NO_COLUMN.contains(name.toUpperCase(Locale.ROOT)))) {
        names.add(name);
      }
      value.skipExpression();
      c = in.next();
    } while (c == ',');
    return names;
  }
}
