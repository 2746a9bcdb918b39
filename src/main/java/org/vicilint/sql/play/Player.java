package org.vicilint.sql.play;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vicilint.sql.Cause;
import org.vicilint.sql.Databases;
import org.vicilint.sql.Query;
import org.vicilint.sql.Script;
import org.vicilint.sql.SqlInput;
import org.vicilint.sql.SqlMode;
import org.vicilint.sql.Statement;
import org.vicilint.sql.Value;

/**
 * Plays a script of SQL on tables that begin without rows, as MariaDB does without the strict mode.
 * A statement that it does not play leaves exactly those rows unknown that the statement may touch.
 */
public final class Player {
  private static final String FOR_OTHERS =
      "it stands in a comment that some servers execute, and others do not";

  private static final String WITHIN = "it uses a variable that a statement sets on its way";

  private final Map<String, PlayedTable> tables = new LinkedHashMap<>();
  private final Variables variables = new Variables();

  /** Views, with the tables that they may write to. */
  private final Map<String, Set<String>> views = new HashMap<>();

  private final Databases databases;
  private final List<Cause> refused = new ArrayList<>();
  private final List<Cause> lasting = new ArrayList<>();

  /** Content of the tables when the transaction began; null outside of one. */
  private Map<String, Map<Long, PlayedRow>> begun;

  private Playing begin;
  private boolean strict;

  /** Whether the script is a dump, which names the columns of a server. */
  private boolean dump;

  private final List<Cause> idle = new ArrayList<>();
  private final List<Cause> reaching = new ArrayList<>();
  private final List<Cause> leftOut = new ArrayList<>();
  private final List<Cause> unsure = new ArrayList<>();

  public Player(List<TableDefinition> definitions) {
    for (TableDefinition definition : definitions) {
      tables.put(definition.name(), new PlayedTable(definition));
    }
    databases = new Databases(tables.keySet());
  }

  /**
   * Plays the statements of a session.
   *
   * @param doubt why nobody knows whether the statements are run at all; null when they are
   * @return where a last statement begins that does not end; 0 when all do
   */
  public int play(SqlInput in, SqlMode mode, String doubt) throws IOException {
    Script script = new Script(in, mode, databases);
    variables.restart();
    for (Script.Part part = script.next(); part != null; part = script.next()) {
      strict = mode.strict();
      dump = mode.dump();
      Playing playing = new Playing(part.line(), part.column(), part.verb());
      part.assigned().forEach(name -> variables.put(name, playing.unknown(WITHIN)));
      play(part.statement(), playing, part.elsewhere() ? FOR_OTHERS : doubt);
    }
    if (begun != null && !script.cut()) {
      rollback(begin.cause("the transaction that begins here is not committed"));
    }
    return script.cut() ? script.lastLine() : 0;
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
    if (dump && statement instanceof Statement.Insert insert && insert.columns() != null) {
      Optional.ofNullable(tables.get(insert.table())).ifPresent(t -> t.dumped(insert.columns()));
    }
    Cause doubt = new ColumnCheck(tables, playing).check(statement);
    if (doubt != null) {
      unsure.add(doubt);
    }
    if (statement instanceof Statement.Insert insert) {
      insert(insert, playing, new Inserts.Around(evaluator, queries, playing, strict, doubt));
    } else if (statement instanceof Statement.Update update) {
      reach(names(update.tables()), playing);
      if (new Changes(tables, evaluator, playing, strict, doubt).update(update)) {
        idle.add(playing.cause(""));
      }
      throughView(names(update.tables()), playing);
    } else if (statement instanceof Statement.Delete delete) {
      reach(names(delete.tables()), playing);
      if (new Changes(tables, evaluator, playing, strict, doubt).delete(delete)) {
        idle.add(playing.cause(""));
      }
      throughView(names(delete.tables()), playing);
    } else if (statement instanceof Statement.SetVariables set) {
      set.values()
          .forEach(
              (name, e) ->
                  variables.put(
                      name,
                      doubt == null ? evaluator.value(e, Scope.NONE) : new Value.Unknown(doubt)));
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
    } else if (new Definitions(tables, evaluator, playing).play(statement)) {
      begun = null;
      throughView(Definitions.tables(statement), playing);
    }
  }

  private void insert(Statement.Insert insert, Playing playing, Inserts.Around around)
      throws Refused {
    PlayedTable table = tables.get(insert.table());
    if (table != null) {
      if (new Inserts(insert, table, around).play()) {
        idle.add(playing.cause(""));
      }
      return;
    }
    if (insert.table().startsWith(".")) {
      leftOut.add(playing.cause(""));
    }
    throughView(Set.of(insert.table()), playing);
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
    Cause cause = playing.cause(unplayed.reason());
    if (unplayed.tables() == null) {
      variables.lose(cause);
    }
    if (concerns(unplayed)) {
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

  /** Returns the statements that name a column that only the server knows to exist or not. */
  public List<Cause> unsure() {
    return unsure;
  }

  /** Records a run of SQL from outside the script: the content of the tables is unknown then. */
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
   * Returns the content of a table at the end.
   *
   * @param kept the columns that matter
   * @param label the column that names a row
   */
  public PlayedResult result(String table, Set<String> kept, String label) {
    return PlayedResult.of(tables.get(table), kept, label);
  }
}
