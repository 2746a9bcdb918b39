package org.vicilint.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vicilint.sql.Query.TableName;
import org.vicilint.sql.Statement.Assignment;
import org.vicilint.sql.TokenStream.Unparsed;

/** Parses INSERT, REPLACE, UPDATE and DELETE behind their first word. */
final class ChangeParser {
  private final TokenStream tokens;
  private final ExpressionParser expressions;

  ChangeParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  Statement insert(boolean replace) throws Unparsed {
    boolean ignore = false;
    while (tokens.acceptAny("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE")) {
      ignore |= tokens.ahead(-1).is("IGNORE");
    }
    tokens.accept("INTO");
    String table = tokens.table();
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

  Statement update() throws Unparsed {
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

  Statement delete() throws Unparsed {
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
}
