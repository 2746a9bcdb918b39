package org.vicilint.sql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vicilint.sql.Statement.Declared;

/**
 * Plays a script of SQL on tables that begin without rows, as MariaDB does without the strict mode.
 * What it does not play leaves exactly the rows unknown that the statement may touch.
 */
public final class Player {
  private static final String FOR_OTHERS =
      "it stands in a comment that some servers execute, and others do not";

  private final Map<String, PlayedTable> tables = new LinkedHashMap<>();
  private final Map<String, Value> variables = new HashMap<>();

  /** Views, with the tables that they may write to. */
  private final Map<String, Set<String>> views = new HashMap<>();

  private final Databases databases;
  private final List<Cause> refused = new ArrayList<>();
  private final List<Cause> lasting = new ArrayList<>();

  /** What the tables held when the transaction began; null outside of one. */
  private Map<String, Map<Long, PlayedRow>> begun;

  private Playing begin;
  private int lastLine;
  private boolean strict;
  private final List<Cause> idle = new ArrayList<>();
  private final List<Cause> reaching = new ArrayList<>();
  private final List<Cause> leftOut = new ArrayList<>();

  public Player(List<TableDefinition> definitions) {
    for (TableDefinition definition : definitions) {
      tables.put(definition.name(), new PlayedTable(definition));
    }
    databases = new Databases(tables.keySet());
  }

  /**
   * Plays the statements of a script.
   *
   * @param doubt why nobody knows whether the statements are run at all; null when they are
   * @return false when the last one does not end
   */
  public boolean play(SqlInput in, SqlLexer lexer, SqlMode mode, String doubt) throws IOException {
    Tokenizer tokenizer = new Tokenizer(in, lexer, mode);
    for (lexer.blanks(); in.peek() != SqlInput.END; lexer.blanks()) {
      if (lexer.delimiterCommand()) {
        continue;
      }
      int line = in.line();
      int column = in.column();
      boolean elsewhere = lexer.onlyForOthers();
      List<Token> tokens = tokenizer.statement();
      lastLine = line;
      if (tokens == null) {
        return false;
      }
      if (!tokens.isEmpty()) {
        Statement statement = new StatementParser(tokens, databases).parse();
        Settings.read(tokens, mode);
        strict = mode.strict();
        play(
            statement,
            new Playing(line, column, verb(tokens.get(0))),
            elsewhere ? FOR_OTHERS : doubt);
      }
    }
    if (begun != null) {
      rollback(begin.cause("the transaction that begins here is not committed"));
    }
    return true;
  }

  private static String verb(Token token) {
    return token.kind() == Token.Kind.WORD && token.text().matches("[A-Za-z]{1,20}")
        ? token.text().toUpperCase(Locale.ROOT)
        : "statement";
  }

  /** Plays a statement; where nobody knows whether it is run, both outcomes remain. */
  private void play(Statement statement, Playing playing, String doubt) {
    if (doubt == null || statement instanceof Statement.Harmless) {
      play(statement, playing);
      return;
    }
    Map<String, Map<Long, PlayedRow>> before = saved();
    play(statement, playing);
    before.forEach((name, rows) -> tables.get(name).mayBe(rows, playing.cause(doubt)));
  }

  private Map<String, Map<Long, PlayedRow>> saved() {
    Map<String, Map<Long, PlayedRow>> saved = new HashMap<>();
    tables.forEach((name, table) -> saved.put(name, table.saved()));
    return saved;
  }

  private void play(Statement statement, Playing playing) {
    Queries queries = new Queries(tables, playing);
    Evaluator evaluator = new Evaluator(variables, queries, playing);
    try {
      change(statement, playing, queries, evaluator);
    } catch (Refused e) {
      refused.add(playing.cause(e.getMessage()));
    }
  }

  private void change(Statement statement, Playing playing, Queries queries, Evaluator evaluator)
      throws Refused {
    if (statement instanceof Statement.Insert insert) {
      PlayedTable table = tables.get(insert.table());
      if (table != null) {
        if (new Inserts(insert, table, evaluator, queries, playing, strict).play()) {
          idle.add(playing.cause(""));
        }
      } else {
        if (insert.table().startsWith(".")) {
          leftOut.add(playing.cause(""));
        }
        throughView(Set.of(insert.table()), playing);
      }
    } else if (statement instanceof Statement.Update update) {
      reach(names(update.tables()), playing);
      if (new Changes(tables, evaluator, playing, strict).update(update)) {
        idle.add(playing.cause(""));
      }
      throughView(names(update.tables()), playing);
    } else if (statement instanceof Statement.Delete delete) {
      reach(names(delete.tables()), playing);
      if (new Changes(tables, evaluator, playing, strict).delete(delete)) {
        idle.add(playing.cause(""));
      }
      throughView(names(delete.tables()), playing);
    } else if (statement instanceof Statement.SetVariables set) {
      set.values().forEach((name, e) -> variables.put(name, evaluator.value(e, Scope.NONE)));
    } else if (statement instanceof Statement.Begin) {
      begin(playing);
    } else if (statement instanceof Statement.Commit) {
      begun = null;
    } else if (statement instanceof Statement.Rollback) {
      rollback(playing.cause("it depends on the engine of the table what a ROLLBACK takes back"));
    } else if (statement instanceof Statement.Unplayed unplayed) {
      unplayed(unplayed, playing);
    } else if (statement instanceof Statement.View view && reads(view)) {
      Set<String> read = new HashSet<>(view.tables());
      read.retainAll(tables.keySet());
      views.put(view.name(), read);
    } else {
      define(statement, evaluator, playing);
    }
  }

  /** Statements that change tables themselves; each ends a transaction. */
  private void define(Statement statement, Evaluator evaluator, Playing playing) {
    if (statement instanceof Statement.Truncate truncate) {
      begun = null;
      if (tables.containsKey(truncate.table())) {
        tables.get(truncate.table()).empty();
        tables.get(truncate.table()).restart();
      } else {
        throughView(Set.of(truncate.table()), playing);
      }
    } else if (statement instanceof Statement.Drop drop) {
      begun = null;
      tables.values().stream()
          .filter(table -> drop.tables() == null || drop.tables().contains(table.name()))
          .forEach(PlayedTable::empty);
    } else if (statement instanceof Statement.Create create) {
      begun = null;
      PlayedTable table = tables.get(create.table());
      boolean there = table != null && (table.created() || !table.rows().isEmpty());
      if (table != null && !(create.ifNotExists() && there)) {
        table.create(create.columns().stream().map(c -> definition(c, evaluator)).toList());
      }
    } else if (statement instanceof Statement.Alter alter) {
      begun = null;
      alter(alter, evaluator, playing);
    }
  }

  private static ColumnDefinition definition(Declared declared, Evaluator evaluator) {
    Value value =
        declared.otherwise() == null
            ? Value.NULL
            : evaluator.value(declared.otherwise(), Scope.NONE);
    String otherwise = Functions.text(value);
    return new ColumnDefinition(declared.name(), declared.kind(), !declared.notNull(), otherwise);
  }

  private void alter(Statement.Alter alter, Evaluator evaluator, Playing playing) {
    PlayedTable table = tables.get(alter.table());
    if (table == null) {
      throughView(Set.of(alter.table()), playing);
      return;
    }
    alter.added().forEach(column -> table.add(definition(column, evaluator)));
    alter
        .defaults()
        .forEach(
            (column, value) -> {
              int index = table.index(column);
              if (index >= 0) {
                Value given = evaluator.value(value, Scope.NONE);
                table.setDefault(index, given);
              }
            });
    for (String column : alter.changed()) {
      table.forget(column, playing.cause("it changes the column " + column));
    }
  }

  /** Notes a statement that would find more rows on a server that had some before the script. */
  private void reach(Set<String> names, Playing playing) {
    boolean more =
        names.stream()
            .map(tables::get)
            .anyMatch(t -> t != null && t.counter() != null && !t.created());
    if (more) {
      reaching.add(playing.cause(""));
    }
  }

  private void begin(Playing playing) {
    begin = playing;
    begun = saved();
  }

  private void rollback(Cause cause) {
    if (begun != null) {
      begun.forEach((name, rows) -> tables.get(name).mayBe(rows, cause));
    }
    begun = null;
  }

  private void unplayed(Statement.Unplayed unplayed, Playing playing) {
    if (concerns(unplayed)) {
      Cause cause = playing.cause(unplayed.reason());
      doubt(unplayed.tables(), cause);
      if (unplayed.lasting()) {
        lasting.add(cause);
      }
    }
  }

  private boolean concerns(Statement.Unplayed unplayed) {
    return unplayed.tables() == null
        || unplayed.tables().stream().anyMatch(t -> tables.containsKey(t) || views.containsKey(t));
  }

  private boolean reads(Statement.View view) {
    return view.tables().stream().anyMatch(tables::containsKey);
  }

  private static Set<String> names(List<Query.TableName> tables) {
    Set<String> names = new HashSet<>();
    tables.forEach(table -> names.add(table.name()));
    return names;
  }

  private void throughView(Set<String> names, Playing playing) {
    for (String name : names) {
      if (views.containsKey(name)) {
        doubt(views.get(name), playing.cause("it goes through a view"));
      }
    }
  }

  /**
   * Nobody knows what these tables hold.
   *
   * @param names null for all of them
   */
  private void doubt(Set<String> names, Cause cause) {
    Set<String> concerned = new HashSet<>();
    if (names != null) {
      for (String name : names) {
        concerned.addAll(views.getOrDefault(name, Set.of(name)));
      }
    }
    for (PlayedTable table : tables.values()) {
      if (names == null || concerned.contains(table.name())) {
        table.doubt(cause);
        table.unknownRows(cause);
      }
    }
  }

  /** Statements that were meant to change accounts, and found none. */
  public List<Cause> idle() {
    return idle;
  }

  /** Statements that may concern accounts which the script does not hold, too. */
  public List<Cause> reaching() {
    return reaching;
  }

  /** Statements that put rows into a table of another database. */
  public List<Cause> leftOut() {
    return leftOut;
  }

  /** Where the last statement begins. */
  public int lastLine() {
    return lastLine;
  }

  /** Something is run that is not in the script: nobody knows what the tables hold. */
  public void elsewhere(int line, int column, String reason) {
    doubt(null, new Cause(line, column, "command", reason));
  }

  /** Statements that the server refuses, in their order. */
  public List<Cause> refused() {
    return refused;
  }

  /** Statements that change what later ones do. */
  public List<Cause> lasting() {
    return lasting;
  }

  /**
   * What a table holds at the end.
   *
   * @param kept the columns that matter
   * @param label the column that names a row
   */
  public PlayedResult result(String table, Set<String> kept, String label) {
    return PlayedResult.of(tables.get(table), kept, label);
  }
}
