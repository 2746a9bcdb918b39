package org.vicilint.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vicilint.sql.Statement.Declared;
import org.vicilint.sql.TokenStream.Unparsed;

/** Parses the forms of CREATE, DROP and ALTER that concern tables. */
final class TableParser {
  /** Things that are no tables, and hold no rows. */
  private static final Set<String> NO_TABLE =
      Set.of(
          "DATABASE",
          "SCHEMA",
          "USER",
          "ROLE",
          "FUNCTION",
          "PROCEDURE",
          "INDEX",
          "UNIQUE",
          "FULLTEXT",
          "SPATIAL",
          "SERVER",
          "TABLESPACE",
          "LOGFILE",
          "SEQUENCE",
          "PREPARE",
          "INSTANCE",
          "PACKAGE");

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final ColumnParser parts;

  TableParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.parts = new ColumnParser(tokens, expressions);
  }

  /** The statement behind the verb; null when it is not played. */
  Statement parse(String verb) throws Unparsed {
    tokens.accept("OR", "REPLACE");
    tokens.accept("ONLINE");
    tokens.accept("IGNORE");
    while (tokens.acceptAny("AGGREGATE")) {
      continue;
    }
    if (tokens.is("DEFINER") || tokens.is("SQL") || tokens.is("ALGORITHM")) {
      return defined(verb);
    }
    if (tokens.is("VIEW")) {
      return view(verb);
    }
    if (tokens.is("TRIGGER") || tokens.is("EVENT")) {
      return verb.equals("DROP") ? new Statement.Harmless() : trigger();
    }
    if (NO_TABLE.stream().anyMatch(tokens::is)) {
      boolean database = tokens.is("DATABASE") || tokens.is("SCHEMA");
      if (!verb.equals("DROP") || !database) {
        return new Statement.Harmless();
      }
      while (!tokens.atEnd()) {
        tokens.next();
      }
      return new Statement.Drop(null);
    }
    boolean temporary = tokens.accept("TEMPORARY");
    if (!tokens.acceptAny("TABLE", "TABLES")) {
      return null;
    }
    return switch (verb) {
      case "DROP" -> drop(temporary);
      case "CREATE" -> create(temporary);
      default -> new AlterParser(tokens, expressions).parse();
    };
  }

  /**
   * Parses a statement about an object with a definer: a routine, an event, a trigger or a view.
   */
  private Statement defined(String verb) throws Unparsed {
    while (!tokens.atEnd()) {
      if (tokens.is("VIEW")) {
        return view(verb);
      }
      if (tokens.is("PROCEDURE") || tokens.is("FUNCTION")) {
        return new Statement.Harmless();
      }
      if (tokens.is("TRIGGER") || tokens.is("EVENT")) {
        return trigger();
      }
      tokens.next();
    }
    return null;
  }

  /** A trigger changes what later statements do to its table. */
  private Statement trigger() {
    Set<String> named = new HashSet<>();
    for (; !tokens.atEnd(); tokens.next()) {
      if (tokens.peek().named()) {
        named.add(tokens.peek().text().toLowerCase(Locale.ROOT));
      }
    }
    return new Statement.Unplayed(named, "what a trigger or an event does is not played", true);
  }

  private Statement view(String verb) throws Unparsed {
    tokens.expect("VIEW");
    tokens.accept("IF", "NOT", "EXISTS");
    tokens.accept("IF", "EXISTS");
    String name = tokens.name();
    Set<String> read = new HashSet<>();
    for (; !tokens.atEnd(); tokens.next()) {
      if (tokens.peek().named()) {
        read.add(tokens.peek().text().toLowerCase(Locale.ROOT));
      }
    }
    return verb.equals("DROP") ? new Statement.Harmless() : new Statement.View(name, read);
  }

  private Statement drop(boolean temporary) throws Unparsed {
    tokens.accept("IF", "EXISTS");
    List<String> tables = new ArrayList<>();
    do {
      tables.add(tokens.table());
    } while (tokens.accept(","));
    tokens.acceptAny("RESTRICT", "CASCADE");
    if (temporary) {
      return new Statement.Unplayed(Set.copyOf(tables), "temporary tables are not played");
    }
    return new Statement.Drop(tables);
  }

  private Statement create(boolean temporary) throws Unparsed {
    boolean ifNotExists = tokens.accept("IF", "NOT", "EXISTS");
    String table = tokens.table();
    List<Declared> columns = new ArrayList<>();
    String reason = temporary ? "temporary tables are not played" : null;
    if (tokens.accept("(") && !tokens.is("LIKE")) {
      do {
        Declared column = declared();
        if (column != null) {
          columns.add(column);
        }
      } while (tokens.accept(",") && !tokens.is(")"));
      tokens.accept(")");
    } else {
      reason = "what the new table holds stands elsewhere";
    }
    for (; !tokens.atEnd(); tokens.next()) {
      if (tokens.is("SELECT") || tokens.is("LIKE")) {
        reason = "what the new table holds stands elsewhere";
      }
    }
    return reason == null
        ? new Statement.Create(table, ifNotExists, columns)
        : new Statement.Unplayed(Set.of(table), reason);
  }

  /** A column of CREATE TABLE; null for a key or another part. */
  private Declared declared() throws Unparsed {
    if (parts.atOther()) {
      tokens.skipExpression();
      return null;
    }
    return parts.column(tokens.part());
  }
}
