package org.vicilint.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vicilint.sql.Query.Limit;
import org.vicilint.sql.Query.Order;
import org.vicilint.sql.Query.TableName;
import org.vicilint.sql.TokenStream.Unparsed;

/** Parses a SELECT, and what it shares with UPDATE and DELETE. */
final class QueryParser {
  /** Words that may follow the tables of a statement, and so are no alias. */
  private static final Set<String> BEHIND_TABLES =
      Set.of(
          "WHERE",
          "SET",
          "ORDER",
          "LIMIT",
          "GROUP",
          "HAVING",
          "ON",
          "USING",
          "JOIN",
          "INNER",
          "LEFT",
          "RIGHT",
          "CROSS",
          "NATURAL",
          "STRAIGHT_JOIN",
          "UNION",
          "FOR",
          "LOCK",
          "USE",
          "FORCE",
          "IGNORE",
          "PARTITION",
          "RETURNING",
          "WINDOW",
          "PROCEDURE",
          "INTO",
          "AS");

  static final String[] BEHIND_CONDITION = {
    "ORDER", "LIMIT", "GROUP", "HAVING", "UNION", "FOR", "LOCK", "RETURNING", "INTO", "ON", "WINDOW"
  };

  private final TokenStream tokens;
  private final ExpressionParser expressions;

  /** Set when tables are joined so that one may be without a partner. */
  private boolean outer;

  /** The conditions of the joins; null when there is none. */
  private Expression joined;

  QueryParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  boolean outer() {
    return outer;
  }

  /** A SELECT up to the bracket behind it, to ON DUPLICATE, or to the end. */
  Query parse() throws Unparsed {
    tokens.expect("SELECT");
    String unplayable = tokens.accept("DISTINCT") ? "DISTINCT" : null;
    List<Expression> values = new ArrayList<>();
    do {
      values.add(selected());
    } while (tokens.accept(","));
    List<TableName> from = from();
    Expression where = where();
    if (tokens.is("GROUP")
        || tokens.is("HAVING")
        || tokens.is("UNION")
        || tokens.is("INTO")
        || tokens.is("WINDOW")) {
      unplayable = tokens.peek().text();
      tokens.skipExpression("DUPLICATE");
    }
    List<Order> order = order();
    Limit limit = limit();
    while (tokens.acceptAny("FOR", "UPDATE", "LOCK", "IN", "SHARE", "MODE")) {
      continue; // locks change nothing
    }
    if (outer) {
      unplayable = "an outer join";
    }
    return new Query(values, from, where, order, limit, unplayable);
  }

  /** The tables of a SELECT; DUAL is none, and has one row. */
  private List<TableName> from() throws Unparsed {
    return !tokens.accept("FROM") || tokens.accept("DUAL") ? List.of() : tables();
  }

  private Expression selected() throws Unparsed {
    if (tokens.accept("*")) {
      return null;
    }
    if (tokens.ahead(1).is(".") && tokens.ahead(2).is("*")) {
      tokens.next();
      tokens.next();
      tokens.next();
      return null;
    }
    Expression value = expressions.parse(BEHIND_SELECTED);
    if (tokens.accept("AS") || tokens.peek().kind() == Token.Kind.NAME) {
      tokens.next();
    }
    return value;
  }

  private static final String[] BEHIND_SELECTED = {
    "FROM", "AS", "WHERE", "ORDER", "LIMIT", "GROUP", "HAVING", "UNION", "ON", "INTO", "FOR"
  };

  /** The tables behind FROM or UPDATE, with their aliases. */
  List<TableName> tables() throws Unparsed {
    List<TableName> tables = new ArrayList<>();
    tables.add(table());
    while (true) {
      if (tokens.accept(",")
          || tokens.accept("CROSS", "JOIN")
          || tokens.accept("STRAIGHT_JOIN")
          || tokens.accept("INNER", "JOIN")
          || tokens.accept("JOIN")) {
        tables.add(table());
      } else if (tokens.is("LEFT") || tokens.is("RIGHT") || tokens.is("NATURAL")) {
        outer = true;
        tokens.next();
        tokens.acceptAny("LEFT", "RIGHT");
        tokens.accept("OUTER");
        tokens.expect("JOIN");
        tables.add(table());
      } else {
        return tables;
      }
      on();
    }
  }

  private void on() throws Unparsed {
    if (tokens.accept("ON")) {
      join(
          expressions.parse(
              "WHERE",
              "SET",
              "ORDER",
              "LIMIT",
              "JOIN",
              "INNER",
              "LEFT",
              "RIGHT",
              "CROSS",
              "NATURAL",
              "STRAIGHT_JOIN",
              "GROUP",
              "HAVING",
              "UNION",
              "ON"));
    } else if (tokens.accept("USING")) {
      tokens.expect("(");
      tokens.skipExpression();
      while (tokens.accept(",")) {
        tokens.skipExpression();
      }
      tokens.expect(")");
      join(new Expression.Unplayable("it uses USING"));
    }
  }

  private void join(Expression condition) {
    joined = joined == null ? condition : new Expression.Binary("AND", joined, condition);
  }

  private TableName table() throws Unparsed {
    if (tokens.is("(")) {
      throw new Unparsed("it has a query in the place of a table");
    }
    String name = tokens.table();
    boolean as = tokens.accept("AS");
    Token next = tokens.peek();
    boolean alias =
        as
            || next.kind() == Token.Kind.NAME
            || (next.kind() == Token.Kind.WORD && BEHIND_TABLES.stream().noneMatch(next::is));
    String called = alias ? tokens.part() : name.substring(name.lastIndexOf('.') + 1);
    if (tokens.is("PARTITION") || tokens.is("USE") || tokens.is("FORCE") || tokens.is("IGNORE")) {
      throw new Unparsed("it has a part that vicilint does not play");
    }
    return new TableName(name, called);
  }

  /** WHERE with the conditions of the joins; null when there is no condition. */
  Expression where() {
    Expression where = tokens.accept("WHERE") ? expressions.parse(BEHIND_CONDITION) : null;
    if (joined == null) {
      return where;
    }
    return where == null ? joined : new Expression.Binary("AND", joined, where);
  }

  List<Order> order() throws Unparsed {
    List<Order> order = new ArrayList<>();
    if (tokens.accept("ORDER")) {
      tokens.expect("BY");
      do {
        Expression by = expressions.parse("ASC", "DESC", "LIMIT", "FOR", "LOCK", "ON", "UNION");
        boolean descending = tokens.accept("DESC");
        if (!descending) {
          tokens.accept("ASC");
        }
        order.add(new Order(by, descending));
      } while (tokens.accept(","));
    }
    return order;
  }

  Limit limit() throws Unparsed {
    if (!tokens.accept("LIMIT")) {
      return null;
    }
    long first = number();
    if (tokens.accept(",")) {
      return new Limit(first, number());
    }
    return tokens.accept("OFFSET") ? new Limit(number(), first) : new Limit(0, first);
  }

  private long number() throws Unparsed {
    Token token = tokens.next();
    if (token.kind() != Token.Kind.NUMBER || !token.text().matches("\\d{1,15}")) {
      throw tokens.unparsed();
    }
    return Long.parseLong(token.text());
  }
}
