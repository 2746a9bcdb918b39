package org.vicilint.input.sql;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Secrets;
import org.vicilint.input.table.Table;
import org.vicilint.source.ProblemLog;
import org.vicilint.sql.DumpStatements;
import org.vicilint.sql.SqlInput;
import org.vicilint.sql.SqlLexer;
import org.vicilint.sql.SqlMode;

/**
 * Reads the records of a dump as they stream by: of SQL in which nothing changes a record after it
 * is inserted, and every value is what the column will hold. Other SQL has to be played.
 */
final class SqlReader {
  private static final Set<String> BEFORE_TABLE =
      Set.of("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "INTO");

  private static final Set<String> TABLES =
      Table.all().stream().map(Table::name).collect(Collectors.toUnmodifiableSet());

  private final SqlInput in;
  private final SqlMode mode;
  private final SqlLexer lexer;
  private final SqlRows rows;
  private final DumpStatements statements;
  private final ProblemLog log;
  private final boolean mayBeOther;
  private final Set<Table> seen = new HashSet<>();

  /**
   * @param mayBeOther whether it is no problem that none of the tables is here
   */
  SqlReader(
      InputStream stream, boolean mayBeOther, ParsedInput harvest, Secrets secrets, ProblemLog log)
      throws IOException {
    this.in = new SqlInput(stream);
    this.mode = new SqlMode(log);
    this.lexer = new SqlLexer(in, mode);
    this.rows = new SqlRows(in, lexer, mode, harvest, secrets, log);
    this.statements = new DumpStatements(in, lexer, mode, TABLES, SqlReader::kept);
    this.log = log;
    this.mayBeOther = mayBeOther;
  }

  private static boolean kept(String table, String column) {
    Column known = Table.named(table).column(column);
    return known != null && known.slot() >= 0;
  }

  /**
   * Reads to the end.
   *
   * @return false when a statement turned up for which the whole has to be played; then what was
   *     read does not count
   */
  boolean read() throws IOException {
    log.secretSeen();
    for (lexer.blanks(); in.peek() != SqlInput.END; lexer.blanks()) {
      if (lexer.atDelimiter()) {
        lexer.skipDelimiter();
        continue;
      }
      int line = in.line();
      DumpStatements.Meaning meaning =
          in.isNext("INSERT") || in.isNext("REPLACE") ? insert() : statements.read();
      if (meaning == DumpStatements.Meaning.CHANGES) {
        return false;
      }
      if (meaning == DumpStatements.Meaning.UNENDED) {
        unended(in.line(), line, log);
        return true;
      }
    }
    mode.end(in.line());
    if (seen.isEmpty() && log.all().isEmpty() && !mayBeOther) {
      log.add(
          "this SQL inserts nothing into a table that vicilint reads",
          "give a dump of vicidial_users: mysqldump asterisk vicidial_users vicidial_user_groups");
    }
    return !statements.begun() || seen.isEmpty();
  }

  static void unended(int line, int begin, ProblemLog log) {
    log.add(
        line,
        1,
        "the statement that begins in line " + begin + " does not end",
        "the dump looks cut off: dump again");
  }

  private DumpStatements.Meaning insert() throws IOException {
    boolean replace = lexer.word().equals("REPLACE");
    boolean elsewhere = lexer.onlyForOthers();
    lexer.blanks();
    String name = lexer.name();
    boolean ignore = false;
    while (BEFORE_TABLE.contains(name.toUpperCase(Locale.ROOT)) || name.equals("ignore")) {
      ignore |= name.equals("ignore");
      name = lexer.name();
    }
    Table table = Table.named(name);
    if (table == null) {
      return statements.skipRecords();
    }
    if (statements.isUnsure(lexer.database(), name)
        || statements.isForeign(lexer.database(), name)) {
      return DumpStatements.Meaning.CHANGES;
    }
    if (replace || ignore || elsewhere || mode.strict()) {
      return DumpStatements.Meaning.CHANGES;
    }
    seen.add(table);
    statements.filled(name);
    List<String> created = statements.created(name);
    return rows.read(table, created);
  }
}
