package org.vicilint.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vicilint.source.ProblemLog;

/**
 * Reads the records that a dump of mysqldump or mariadb-dump inserts into the tables that an estate
 * is made of. Nothing is executed, and everything else is skipped.
 */
final class SqlReader {
  private static final Set<String> BEFORE_TABLE =
      Set.of("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE", "INTO");

  private static final int LONGEST_SETTING = 4096;

  private final SqlInput in;
  private final SqlMode mode;
  private final SqlLexer lexer;
  private final SqlRows rows;
  private final ProblemLog log;
  private final boolean mayBeOther;

  /** The columns that the dump has said of a table. */
  private final Map<Table, List<String>> created = new HashMap<>();

  private final Set<Table> seen = new HashSet<>();

  /**
   * @param mayBeOther whether it is no problem that none of the tables is here
   */
  SqlReader(
      InputStream stream, boolean mayBeOther, Harvest harvest, Secrets secrets, ProblemLog log)
      throws IOException {
    this.in = new SqlInput(stream);
    this.mode = new SqlMode(log);
    this.lexer = new SqlLexer(in, mode);
    this.rows = new SqlRows(in, lexer, mode, harvest, secrets, log);
    this.log = log;
    this.mayBeOther = mayBeOther;
  }

  void read() throws IOException {
    log.secretSeen();
    boolean whole = true;
    for (lexer.blanks(); whole && in.peek() != SqlInput.END; lexer.blanks()) {
      if (lexer.atDelimiter()) {
        lexer.skipDelimiter();
      } else {
        int line = in.line();
        whole = statement();
        if (!whole) {
          log.add(
              in.line(),
              1,
              "the statement that begins in line " + line + " does not end",
              "the dump looks cut off: dump again");
        }
      }
    }
    if (whole) {
      mode.end(in.line());
    }
    if (seen.isEmpty() && log.all().isEmpty() && !mayBeOther) {
      log.add(
          "this SQL inserts nothing into a table that vicilint reads",
          "give a dump of vicidial_users: mysqldump asterisk vicidial_users vicidial_user_groups");
    }
  }

  private boolean statement() throws IOException {
    String verb = lexer.word();
    switch (verb) {
      case "INSERT", "REPLACE" -> {
        return insert();
      }
      case "CREATE" -> create();
      case "SET" -> {
        return set();
      }
      case "USE" -> created.clear();
      case "LOCK" -> mode.locked(true);
      case "UNLOCK" -> mode.locked(false);
      case "DELIMITER" -> {
        delimiter();
        return true;
      }
      case "" -> in.next(); // none of our business, and no word: it must not stand still
      default -> {}
    }
    return lexer.skipStatement();
  }

  private boolean insert() throws IOException {
    lexer.blanks();
    String name = lexer.name();
    while (BEFORE_TABLE.contains(name.toUpperCase(Locale.ROOT))) {
      name = lexer.name();
    }
    Table table = Table.named(name);
    if (table == null) {
      return lexer.skipStatement();
    }
    seen.add(table);
    return rows.read(table, created.get(table));
  }

  /** Notes the columns of a table that is ours. */
  private void create() throws IOException {
    lexer.blanks();
    if (!lexer.word().equals("TABLE")) {
      return;
    }
    lexer.blanks();
    String name = lexer.name();
    if (name.equals("if")) {
      lexer.word(); // not
      lexer.blanks();
      lexer.word(); // exists
      lexer.blanks();
      name = lexer.name();
    }
    Table table = Table.named(name);
    if (table != null && in.peek() == '(') {
      created.put(table, rows.definedColumns());
    }
  }

  private boolean set() throws IOException {
    StringBuilder text = new StringBuilder();
    while (!lexer.atDelimiter() && text.length() < LONGEST_SETTING) {
      int c = in.next();
      if (c == SqlInput.END) {
        return false;
      }
      text.append((char) c);
    }
    mode.set(text.toString().toUpperCase(Locale.ROOT));
    return lexer.skipStatement();
  }

  /** A command of the client, which ends with its line. */
  private void delimiter() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = in.peek(); c != '\n' && c != SqlInput.END; c = in.peek()) {
      in.next();
      if (text.length() < SqlLexer.LONGEST_NAME) {
        text.append((char) c);
      }
    }
    String delimiter = text.toString().strip();
    if (!delimiter.isEmpty()) {
      lexer.delimiter(delimiter);
    }
  }
}
