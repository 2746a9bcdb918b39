package org.vicilint.input.sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vicilint.input.table.Column;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Secrets;
import org.vicilint.input.table.Table;
import org.vicilint.input.table.TableRows;
import org.vicilint.model.Problem;
import org.vicilint.model.SourceLocation;
import org.vicilint.source.ProblemLog;
import org.vicilint.sql.Cause;
import org.vicilint.sql.SqlInput;
import org.vicilint.sql.SqlMode;
import org.vicilint.sql.play.ColumnDefinition;
import org.vicilint.sql.play.PlayedResult;
import org.vicilint.sql.play.Player;
import org.vicilint.sql.play.TableDefinition;
import org.vicilint.text.PasswordMask;

/**
 * Plays a script, and takes what its tables hold at the end. A record that is not known after a
 * statement which cannot be played is left out, and is a problem at that statement.
 */
final class SqlScript {
  /** Number of accounts that a message names. */
  private static final int NAMED = 3;

  private final ParsedInput harvest;
  private final Secrets secrets;
  private final ProblemLog log;

  SqlScript(ParsedInput harvest, Secrets secrets, ProblemLog log) {
    this.harvest = harvest;
    this.secrets = secrets;
    this.log = log;
  }

  /** Plays a text. */
  void read(byte[] text) throws IOException {
    Player player = player();
    SqlMode mode = new SqlMode(log);
    SqlInput in = new SqlInput(new ByteArrayInputStream(text));
    if (play(player, in, mode, null)) {
      mode.end(in.line());
    }
    take(player);
  }

  /** Plays the SQL that a script of a shell holds. */
  void readShell(byte[] script) throws IOException {
    List<ShellSql.Piece> pieces = ShellSql.of(script);
    log.secretSeen();
    if (pieces.isEmpty()) {
      log.add(
          "this is a script of a shell, and it holds no SQL about a table that vicilint reads",
          "give account definitions, or an export of vicidial_users");
      return;
    }
    Player player = player();
    for (ShellSql.Piece piece : pieces) {
      if (piece.sql() == null) {
        player.elsewhere(
            piece.line(), piece.column(), "the SQL that it runs is not in this script");
      } else {
        InputStream sql = new ByteArrayInputStream(piece.sql());
        SqlInput in = new SqlInput(sql, piece.line(), piece.column());
        String doubt = piece.maybe() ? "the shell decides whether it is run" : null;
        play(player, in, new SqlMode(log), doubt);
      }
    }
    take(player);
  }

  private Player player() {
    log.secretSeen();
    return new Player(Table.all().stream().map(SqlScript::definition).toList());
  }

  private boolean play(Player player, SqlInput in, SqlMode mode, String doubt) throws IOException {
    int cut = player.play(in, mode, doubt);
    if (cut > 0) {
      SqlReader.unended(in.line(), cut, log);
    }
    return cut == 0;
  }

  private void take(Player player) {
    player.refused().forEach(this::refused);
    for (Cause cause : player.lasting()) {
      log.add(
          cause.line(), cause.column(), "this statement is not played: " + cause.reason(), DUMP);
    }
    for (Cause cause : player.leftOut()) {
      log.add(
          cause.line(),
          cause.column(),
          "this %s is for a table of another database, and is left out"
              .formatted(cause.statement()),
          "give the tables of one dialer in a file");
    }
    Map<Cause, String> unknown = new LinkedHashMap<>();
    player.unsure().forEach(cause -> unknown.put(cause, ""));
    for (Table table : Table.all()) {
      take(table, player, unknown);
    }
    unknown.forEach(
        (cause, rows) ->
            log.add(
                cause.line(),
                cause.column(),
                "this %s is not played: %s".formatted(cause.statement(), cause.reason())
                    + (rows.isEmpty() ? "" : ". It leaves unknown: " + rows),
                cause.hintOrNull() == null ? DUMP : cause.hintOrNull()));
    idle(player);
    player.reaching().forEach(this::reaching);
  }

  /** A statement that finds more accounts where other sources of the run have some. */
  private void reaching(Cause cause) {
    harvest
        .reaching()
        .add(
            new Problem(
                new SourceLocation(log.source(), cause.line(), cause.column()),
                "this %s is not played on the accounts of other files".formatted(cause.statement()),
                "put the SQL of one dialer into one file, in its order"));
  }

  /** Statements for accounts that are not here: the server may have them. */
  private void idle(Player player) {
    boolean nobody = harvest.accounts().isEmpty() && log.all().isEmpty();
    for (Cause idle : player.idle()) {
      String reason =
          "this %s is for accounts that are not in this script".formatted(idle.statement());
      if (nobody) {
        log.add(idle.line(), idle.column(), reason, "put it behind a dump of vicidial_users");
      } else {
        harvest.notes().add(PasswordMask.sentence("%s:%d: %s", log.source(), idle.line(), reason));
      }
    }
  }

  private static final String DUMP =
      "run the script on a test server, and give a dump of what it leaves";

  private void refused(Cause cause) {
    log.add(
        cause.line(),
        cause.column(),
        "the server refuses this %s: %s".formatted(cause.statement(), cause.reason()),
        "mysql ends here without --force; what follows is read as if it went on");
  }

  private void take(Table table, Player player, Map<Cause, String> unknown) {
    Set<String> kept = table.kept().stream().map(Column::name).collect(Collectors.toSet());
    PlayedResult result = player.result(table.name(), kept, label(table));
    for (Map.Entry<Cause, PlayedResult.Doubt> each : result.unknown().entrySet()) {
      String rows = rows(table, each.getValue());
      // Accounts matter most; what else a statement leaves unknown is not worth a line of its own.
      unknown.merge(each.getKey(), rows, (one, other) -> one.isEmpty() ? other : one);
    }
    if (result.records().isEmpty() && !result.created()) {
      return;
    }
    List<String> names = result.columns();
    TableRows rows = null;
    for (PlayedResult.Record record : result.records()) {
      if (rows == null) {
        rows = new TableRows(table, names, record.line(), true, harvest, secrets, log);
        if (!result.created()) {
          rows.takeDefaults();
        }
      }
      rows.begin();
      for (PlayedResult.Field field : record.fields()) {
        int index = names.indexOf(field.name());
        if (index >= 0) {
          rows.put(index, field.text(), field.line(), field.column());
        }
      }
      rows.finish(record.line(), record.column());
    }
    harvest.tables().add(table);
  }

  private static String rows(Table table, PlayedResult.Doubt doubt) {
    String one = table == Table.USERS ? "account" : "record of " + table.name();
    String many = table == Table.USERS ? "accounts" : "records of " + table.name();
    List<String> parts = new ArrayList<>();
    List<String> named = doubt.rows();
    if (!named.isEmpty()) {
      int shown = Math.min(NAMED, named.size());
      String more = named.size() > shown ? " and %d more".formatted(named.size() - shown) : "";
      parts.add(
          (named.size() == 1 ? one : many)
              + " "
              + named.stream()
                  .limit(shown)
                  .map(PasswordMask::within)
                  .collect(Collectors.joining(", "))
              + more);
    }
    if (doubt.others()) {
      parts.add((named.isEmpty() ? "" : "other ") + many + " that are not in this script");
    }
    return String.join(", and ", parts);
  }

  private static String label(Table table) {
    return table == Table.USERS ? "user" : table == Table.GROUPS ? "user_group" : "";
  }

  private static TableDefinition definition(Table table) {
    boolean whole = table.complete();
    TableDefinition.Start start =
        table == Table.USERS || table == Table.API_LOG
            ? TableDefinition.Start.NO_ROW
            : table == Table.SETTINGS ? TableDefinition.Start.ONE_ROW : TableDefinition.Start.ROWS;
    List<ColumnDefinition> columns =
        table.names().stream().map(name -> definition(table, table.column(name))).toList();
    return new TableDefinition(
        table.name(), columns, whole, keys(table), table == Table.USERS ? "user_id" : null, start);
  }

  private static List<List<String>> keys(Table table) {
    return table == Table.USERS
        ? List.of(List.of("user_id"), List.of("user"))
        : table == Table.GROUPS ? List.of(List.of("user_group")) : List.of();
  }

  private static ColumnDefinition definition(Table table, Column column) {
    String otherwise = column.nullByDefault() ? null : column.defaultText();
    return new ColumnDefinition(column.name(), column.type().kind(), column.nullable(), otherwise);
  }
}
