package org.vicilint.sql;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vicilint.sql.TokenStream.Unparsed;

/**
 * Parses one statement. For a statement that is not understood it returns the tables that it names.
 */
final class StatementParser {
  /** Statements that change no row and no table, with any text behind the word. */
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

  private static final String CALLS =
      "it calls a function that is not built into the server, and nobody knows what that changes";

  private final Databases databases;
  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final ChangeParser changes;

  /** Whether the statement calls a function that may do anything. */
  private final boolean calls;

  StatementParser(List<Token> statement, Databases databases) {
    this.databases = databases;
    this.tokens = new TokenStream(statement, databases);
    this.expressions = new ExpressionParser(tokens);
    this.changes = new ChangeParser(tokens, expressions);
    this.calls = !statement.isEmpty() && FunctionCalls.inside(statement);
  }

  Statement parse() {
    if (tokens.atEnd()) {
      return new Statement.Harmless();
    }
    Token first = tokens.next();
    String verb = first.text().toUpperCase(Locale.ROOT);
    if (calls) {
      return new Statement.Unplayed(null, CALLS, verb.equals("CREATE"));
    }
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
    if (verb.equals("USE") && tokens.peek().named()) {
      databases.use(tokens.peek().text());
    }
    if (verb.equals("ANALYZE") && !tokens.is("TABLE") && !tokens.ahead(1).is("TABLE")) {
      return null; // MariaDB runs the statement behind the word
    }
    if (HARMLESS.contains(verb)) {
      return verb.equals("SELECT") ? select() : new Statement.Harmless();
    }
    if (ELSEWHERE.contains(verb)) {
      return new Statement.Unplayed(null, "what " + verb + " runs is not in this script");
    }
    switch (verb) {
      case "INSERT", "REPLACE" -> {
        return changes.insert(verb.equals("REPLACE"));
      }
      case "UPDATE" -> {
        return changes.update();
      }
      case "DELETE" -> {
        return changes.delete();
      }
      case "TRUNCATE" -> {
        tokens.accept("TABLE");
        return new Statement.Truncate(tokens.table());
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
      boolean behind = tokens.ahead(1).is(".") && tokens.ahead(2).named();
      String first = tokens.peek().text().toLowerCase(Locale.ROOT);
      if (behind && databases.isForeign(first, tokens.ahead(2).text().toLowerCase(Locale.ROOT))) {
        tokens.next();
        tokens.next();
      } else if (tokens.peek().named()) {
        named.add(tokens.peek().text().toLowerCase(Locale.ROOT));
      }
    }
    return new Statement.Unplayed(named, reason);
  }
}
