package org.vicilint.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vicilint.sql.Query.TableName;
import org.vicilint.sql.Statement.Assignment;
import org.vicilint.sql.TokenStream.Unparsed;

/** Parses one statement. Of a statement that is not understood it tells which tables it names. */
final class StatementParser {
  /** Statements that change no row and no table, whatever stands behind the word. */
  private static final Set<String> HARMLESS =
      Set.of(
          "SELECT",
          "SHOW",
          "DESC",
          "DESCRIBE",
          "EXPLAIN",
          "GRANT",
          "REVOKE",
          "FLUSH",
          "ANALYZE",
          "OPTIMIZE",
          "CHECK",
          "CHECKSUM",
          "REPAIR",
          "USE",
          "HELP",
          "KILL",
          "RESET",
          "PURGE",
          "DO",
          "DEALLOCATE",
          "DELIMITER",
          "UNLOCK",
          "HANDLER",
          "STATUS",
          "WARNINGS",
          "NOWARNING",
          "TEE",
          "NOTEE",
          "QUIT",
          "EXIT",
          "CHARSET",
          "PROMPT",
          "SLEEP",
          "BINLOG",
          "PREPARE");

  /** Statements that run something which stands elsewhere. */
  private static final Set<String> ELSEWHERE = Set.of("CALL", "EXECUTE", "SOURCE", "SYSTEM");

  private final TokenStream tokens;
  private final ExpressionParser expressions;

  StatementParser(List<Token> statement) {
    this.tokens = new TokenStream(statement);
    this.expressions = new ExpressionParser(tokens);
  }

  Statement parse() {
    if (tokens.atEnd()) {
      return new Statement.Harmless();
    }
    Token first = tokens.next();
    String verb = first.text().toUpperCase(Locale.ROOT);
    if (first.kind() != Token.Kind.WORD) {
      return first.kind() == Token.Kind.PLACEHOLDER
          ? new Statement.Unplayed(null, TokenStream.filledIn(first))
          : unplayed("it is no statement of SQL");
    }
    try {
      Statement statement = statement(verb);
      if (statement != null) {
        boolean whole =
            tokens.atEnd()
                || statement instanceof Statement.Harmless
                || statement instanceof Statement.Unplayed;
        return whole ? statement : unplayed("it has a part that vicilint does not play");
      }
    } catch (Unparsed e) {
      return e.anyTable() ? new Statement.Unplayed(null, e.getMessage()) : unplayed(e.getMessage());
    }
    return unplayed("vicilint does not play this statement");
  }

  private Statement statement(String verb) throws Unparsed {
    if (HARMLESS.contains(verb)) {
      return verb.equals("SELECT") ? select() : new Statement.Harmless();
    }
    if (ELSEWHERE.contains(verb)) {
      return new Statement.Unplayed(null, "what " + verb + " runs is not in this script");
    }
    switch (verb) {
      case "INSERT", "REPLACE" -> {
        return insert(verb.equals("REPLACE"));
      }
      case "UPDATE" -> {
        return update();
      }
      case "DELETE" -> {
        return delete();
      }
      case "TRUNCATE" -> {
        tokens.accept("TABLE");
        return new Statement.Truncate(tokens.name());
      }
      case "SET" -> {
        return set();
      }
      case "WITH" -> {
        return changesNothing() ? new Statement.Harmless() : null;
      }
      case "BEGIN" -> {
        boolean compound = tokens.accept("NOT");
        tokens.accept("WORK");
        return compound ? null : new Statement.Begin();
      }
      case "START" -> {
        boolean transaction = tokens.accept("TRANSACTION");
        tokens.skipExpression();
        return transaction ? new Statement.Begin() : new Statement.Harmless();
      }
      case "COMMIT", "LOCK" -> {
        while (!tokens.atEnd()) {
          tokens.next();
        }
        return new Statement.Commit();
      }
      case "ROLLBACK" -> {
        tokens.skipExpression();
        return new Statement.Rollback();
      }
      case "SAVEPOINT", "RELEASE" -> {
        tokens.skipExpression();
        return new Statement.Harmless();
      }
      case "CREATE", "DROP", "ALTER" -> {
        return new TableParser(tokens, expressions).parse(verb);
      }
      default -> {
        return null;
      }
    }
  }

  private boolean changesNothing() {
    int begin = tokens.position();
    boolean nothing = true;
    for (; !tokens.atEnd(); tokens.next()) {
      nothing &=
          !tokens.is("UPDATE")
              && !tokens.is("DELETE")
              && !tokens.is("INSERT")
              && !tokens.is("REPLACE");
    }
    tokens.back(begin);
    return nothing;
  }

  /** A query changes nothing, but may set variables. */
  private Statement select() {
    Map<String, Expression> set = new LinkedHashMap<>();
    boolean into = false;
    for (; !tokens.atEnd(); tokens.next()) {
      into |= tokens.is("INTO");
      if (tokens.peek().kind() == Token.Kind.VARIABLE && (into || tokens.ahead(1).is(":="))) {
        set.put(
            tokens.peek().text(),
            new Expression.Unplayable("it uses a variable that a SELECT sets"));
      }
    }
    return set.isEmpty() ? new Statement.Harmless() : new Statement.SetVariables(set);
  }

  private Statement insert(boolean replace) throws Unparsed {
    boolean ignore = false;
    while (tokens.acceptAny("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE")) {
      ignore |= tokens.ahead(-1).is("IGNORE");
    }
    tokens.accept("INTO");
    String table = tokens.name();
    List<String> columns = null;
    if (tokens.is("(") && !tokens.ahead(1).is("SELECT")) {
      columns = columns();
    }
    List<List<Expression>> rows = null;
    Query query = null;
    if (tokens.acceptAny("VALUES", "VALUE")) {
      rows = rows();
    } else if (tokens.accept("SET")) {
      columns = new ArrayList<>();
      List<Expression> row = new ArrayList<>();
      for (Assignment each : assignments("ON", "RETURNING", "AS")) {
        columns.add(each.column());
        row.add(each.value());
      }
      rows = List.of(row);
    } else {
      boolean bracket = tokens.accept("(");
      query = new QueryParser(tokens, expressions).parse();
      if (bracket) {
        tokens.expect(")");
      }
    }
    List<Assignment> onDuplicate = List.of();
    if (tokens.accept("ON", "DUPLICATE", "KEY", "UPDATE")) {
      onDuplicate = assignments("RETURNING");
    }
    return new Statement.Insert(table, replace, ignore, columns, rows, query, onDuplicate);
  }

  private List<String> columns() throws Unparsed {
    tokens.expect("(");
    List<String> columns = new ArrayList<>();
    if (tokens.accept(")")) {
      return columns;
    }
    do {
      columns.add(tokens.name());
    } while (tokens.accept(","));
    tokens.expect(")");
    return columns;
  }

  private List<List<Expression>> rows() throws Unparsed {
    List<List<Expression>> rows = new ArrayList<>();
    do {
      List<Expression> row = new ArrayList<>();
      tokens.expect("(");
      if (!tokens.is(")")) {
        do {
          row.add(expressions.parse());
        } while (tokens.accept(","));
      }
      tokens.expect(")");
      rows.add(row);
    } while (tokens.accept(","));
    return rows;
  }

  private List<Assignment> assignments(String... stops) throws Unparsed {
    List<Assignment> assignments = new ArrayList<>();
    do {
      String table = null;
      String column = tokens.part();
      while (tokens.accept(".")) {
        table = column;
        column = tokens.part();
      }
      if (!tokens.accept(":=")) {
        tokens.expect("=");
      }
      assignments.add(new Assignment(table, column, expressions.parse(stops)));
    } while (tokens.accept(","));
    return assignments;
  }

  private Statement update() throws Unparsed {
    while (tokens.acceptAny("LOW_PRIORITY", "IGNORE")) {
      continue; // without the strict mode they change nothing here
    }
    QueryParser parts = new QueryParser(tokens, expressions);
    List<TableName> tables = parts.tables();
    tokens.expect("SET");
    List<Assignment> assignments = assignments("WHERE", "ORDER", "LIMIT");
    Expression where = parts.where();
    return new Statement.Update(
        tables, parts.outer(), assignments, where, parts.order(), parts.limit());
  }

  private Statement delete() throws Unparsed {
    while (tokens.acceptAny("LOW_PRIORITY", "QUICK", "IGNORE")) {
      continue; // they change nothing here
    }
    Set<String> targets = new LinkedHashSet<>();
    if (!tokens.accept("FROM")) {
      targets(targets);
      tokens.expect("FROM");
    } else if (using()) {
      targets(targets);
      tokens.expect("USING");
    }
    QueryParser parts = new QueryParser(tokens, expressions);
    List<TableName> tables = parts.tables();
    if (targets.isEmpty()) {
      targets.add(tables.get(0).alias());
    }
    Expression where = parts.where();
    if (tokens.accept("RETURNING")) {
      while (!tokens.atEnd()) {
        tokens.next();
      }
    }
    return new Statement.Delete(
        targets, tables, parts.outer(), where, parts.order(), parts.limit());
  }

  /** Whether this is DELETE FROM targets USING tables. */
  private boolean using() {
    for (int i = 0; tokens.ahead(i).kind() != Token.Kind.END && !tokens.ahead(i).is("WHERE"); i++) {
      if (tokens.ahead(i).is("USING")) {
        return !tokens.ahead(i + 1).is("(");
      }
    }
    return false;
  }

  private void targets(Set<String> targets) throws Unparsed {
    do {
      String name = tokens.part();
      while (tokens.accept(".")) {
        if (!tokens.accept("*")) {
          name = tokens.part();
        }
      }
      targets.add(name);
    } while (tokens.accept(","));
  }

  private Statement set() throws Unparsed {
    Map<String, Expression> set = new LinkedHashMap<>();
    boolean begins = false;
    do {
      Token token = tokens.next();
      if (token.kind() == Token.Kind.VARIABLE && (tokens.acceptAny("=", ":="))) {
        set.put(token.text(), expressions.parse());
      } else {
        begins |=
            token.is("AUTOCOMMIT")
                && (tokens.ahead(1).is("OFF") || tokens.ahead(1).text().equals("0"));
        tokens.skipExpression();
      }
    } while (tokens.accept(","));
    return begins ? new Statement.Begin() : new Statement.SetVariables(set);
  }

  private Statement unplayed(String reason) {
    Set<String> named = new HashSet<>();
    tokens.back(0);
    for (; !tokens.atEnd(); tokens.next()) {
      if (tokens.peek().named()) {
        named.add(tokens.peek().text().toLowerCase(Locale.ROOT));
      }
    }
    return new Statement.Unplayed(named, reason);
  }
}
