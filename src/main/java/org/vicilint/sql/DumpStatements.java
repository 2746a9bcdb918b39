package org.vicilint.sql;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The statements of a dump that stand between its records. As long as they change no record that
 * was read, the records can be taken as they stand; else the whole script has to be played.
 */
public final class DumpStatements {
  /** Meaning of a statement for the records. */
  public enum Meaning {
    /** The records stand as they are. */
    PLAIN,
    /** It changes records, or nobody knows whether it does. */
    CHANGES,
    /** The script ends before the statement does. */
    UNENDED
  }

  private final SqlMode mode;
  private final SqlLexer lexer;
  private final Tokenizer tokenizer;
  private final Set<String> tables;
  private final BiPredicate<String, String> kept;
  private final Map<String, List<String>> created = new HashMap<>();
  private final Set<String> filled = new HashSet<>();
  private final Databases databases;
  private boolean begun;

  /**
   * @param tables the tables that matter
   * @param kept whether a column of a table matters
   */
  public DumpStatements(
      SqlInput in,
      SqlLexer lexer,
      SqlMode mode,
      Set<String> tables,
      BiPredicate<String, String> kept) {
    this.lexer = lexer;
    this.mode = mode;
    this.tokenizer = new Tokenizer(in, lexer, mode);
    this.tables = tables;
    this.databases = new Databases(tables);
    this.kept = kept;
  }

  /** The columns that the dump's CREATE TABLE has, in their order; null when it had none. */
  public List<String> created(String table) {
    return created.get(table);
  }

  /** A record of the table was read. */
  public void filled(String table) {
    filled.add(table);
  }

  /** Whether a table is known to be in another database than the dialer's. */
  public boolean isForeign(String databaseOrNull, String table) {
    return databases.isForeign(databaseOrNull, table);
  }

  /** Whether only the server knows that. */
  public boolean isUnsure(String databaseOrNull, String table) {
    return databases.isUnsure(databaseOrNull, table);
  }

  /** Whether a transaction is open; at the end of a dump none should be. */
  public boolean begun() {
    return begun;
  }

  /** Skips the rest of an INSERT into another table, whose records do not matter. */
  public Meaning skipRecords() throws IOException {
    boolean ended = lexer.skipRecords();
    return !ended ? Meaning.UNENDED : lexer.called() ? Meaning.CHANGES : Meaning.PLAIN;
  }

  /** Reads the statement that comes next. */
  public Meaning read() throws IOException {
    if (lexer.delimiterCommand()) {
      return Meaning.PLAIN;
    }
    boolean elsewhere = lexer.onlyForOthers();
    List<Token> tokens = tokenizer.statement();
    if (tokens == null) {
      return Meaning.UNENDED;
    }
    if (tokens.isEmpty()) {
      return Meaning.PLAIN;
    }
    Settings.read(tokens, mode);
    Statement statement = new StatementParser(tokens, databases).parse();
    if (statement instanceof Statement.Harmless) {
      return Meaning.PLAIN;
    }
    return plain(statement) && !(elsewhere && concerns(tokens)) ? Meaning.PLAIN : Meaning.CHANGES;
  }

  private boolean concerns(List<Token> tokens) {
    return tokens.stream()
        .anyMatch(t -> t.named() && tables.contains(t.text().toLowerCase(java.util.Locale.ROOT)));
  }

  private boolean plain(Statement statement) {
    if (statement instanceof Statement.Begin || statement instanceof Statement.Commit) {
      begun = statement instanceof Statement.Begin;
      return true;
    }
    if (statement instanceof Statement.Create create) {
      return plain(create);
    }
    if (statement instanceof Statement.Drop drop) {
      return drop.tables() == null
          ? filled.isEmpty()
          : drop.tables().stream().noneMatch(filled::contains);
    }
    if (statement instanceof Statement.Truncate truncate) {
      return !filled.contains(truncate.table());
    }
    if (statement instanceof Statement.Alter alter) {
      return plain(alter);
    }
    if (statement instanceof Statement.Insert insert) {
      return !tables.contains(insert.table());
    }
    if (statement instanceof Statement.Update update) {
      return update.tables().stream().noneMatch(t -> tables.contains(t.name()));
    }
    if (statement instanceof Statement.Delete delete) {
      return delete.tables().stream().noneMatch(t -> tables.contains(t.name()));
    }
    if (statement instanceof Statement.View view) {
      return view.tables().stream().noneMatch(tables::contains);
    }
    if (statement instanceof Statement.Unplayed unplayed) {
      return unplayed.tables() != null && unplayed.tables().stream().noneMatch(tables::contains);
    }
    return statement instanceof Statement.SetVariables;
  }

  private boolean plain(Statement.Create create) {
    if (!tables.contains(create.table())) {
      return true;
    }
    if (filled.contains(create.table())) {
      return false;
    }
    List<String> columns = create.columns().stream().map(Statement.Declared::name).toList();
    if (!create.ifNotExists() || !created.containsKey(create.table())) {
      created.put(create.table(), columns);
    }
    return true;
  }

  private boolean plain(Statement.Alter alter) {
    if (!tables.contains(alter.table())) {
      return true;
    }
    String table = alter.table();
    return alter.changed().stream().noneMatch(c -> kept.test(table, c))
        && alter.defaults().keySet().stream().noneMatch(c -> kept.test(table, c))
        && alter.added().stream().noneMatch(c -> kept.test(table, c.name()));
  }
}
