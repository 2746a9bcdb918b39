package org.vicilint.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vicilint.sql.Statement.Declared;
import org.vicilint.sql.TokenStream.Unparsed;

/** Parses CREATE, DROP and ALTER, as far as they concern tables. */
final class TableParser {
  /** What begins a part of CREATE TABLE that is no column. */
  private static final Set<String> NO_COLUMN =
      Set.of(
          "PRIMARY",
          "UNIQUE",
          "KEY",
          "INDEX",
          "FULLTEXT",
          "SPATIAL",
          "CONSTRAINT",
          "FOREIGN",
          "CHECK",
          "PERIOD");

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
          "EVENT",
          "SERVER",
          "TABLESPACE",
          "LOGFILE",
          "SEQUENCE",
          "PREPARE",
          "INSTANCE",
          "PACKAGE");

  private final TokenStream tokens;
  private final ExpressionParser expressions;

  TableParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
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
    if (tokens.is("TRIGGER")) {
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
      default -> alter();
    };
  }

  /** What has a definer: routines, events, triggers and views. */
  private Statement defined(String verb) throws Unparsed {
    while (!tokens.atEnd()) {
      if (tokens.is("VIEW")) {
        return view(verb);
      }
      if (tokens.is("PROCEDURE") || tokens.is("FUNCTION") || tokens.is("EVENT")) {
        return new Statement.Harmless();
      }
      if (tokens.is("TRIGGER")) {
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
    return new Statement.Unplayed(named, "what a trigger does is not played", true);
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
      tables.add(tokens.name());
    } while (tokens.accept(","));
    tokens.acceptAny("RESTRICT", "CASCADE");
    if (temporary) {
      return new Statement.Unplayed(Set.copyOf(tables), "temporary tables are not played");
    }
    return new Statement.Drop(tables);
  }

  private Statement create(boolean temporary) throws Unparsed {
    boolean ifNotExists = tokens.accept("IF", "NOT", "EXISTS");
    String table = tokens.name();
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
    Token first = tokens.peek();
    if (first.kind() == Token.Kind.WORD
        && NO_COLUMN.contains(first.text().toUpperCase(Locale.ROOT))) {
      tokens.skipExpression();
      return null;
    }
    return column(tokens.part());
  }

  private Declared column(String name) throws Unparsed {
    Token type = tokens.next();
    List<String> arguments = new ArrayList<>();
    if (tokens.accept("(")) {
      while (!tokens.atEnd() && !tokens.accept(")")) {
        Token argument = tokens.next();
        if (!argument.is(",")) {
          arguments.add(argument.text());
        }
      }
    }
    boolean unsigned = false;
    boolean notNull = false;
    Expression otherwise = null;
    while (!tokens.atEnd() && !tokens.is(",") && !tokens.is(")")) {
      if (tokens.accept("NOT", "NULL") || tokens.accept("PRIMARY", "KEY")) {
        notNull = true;
      } else if (tokens.accept("DEFAULT")) {
        otherwise = byDefault();
      } else if (tokens.is("COMMENT") || tokens.is("COLLATE")) {
        tokens.next();
        tokens.next();
      } else if (tokens.accept("(")) {
        do {
          tokens.skipExpression();
        } while (tokens.accept(","));
        tokens.expect(")");
      } else {
        unsigned |= tokens.is("UNSIGNED");
        tokens.next();
      }
    }
    return new Declared(name, ColumnKind.of(type.text(), arguments, unsigned), notNull, otherwise);
  }

  /** A default is a literal, or something that a server computes. */
  private Expression byDefault() {
    Token token = tokens.peek();
    if (token.kind() == Token.Kind.TEXT
        || token.kind() == Token.Kind.NUMBER
        || token.is("NULL")
        || token.is("-")) {
      return expressions.parse(
          "COMMENT", "NOT", "NULL", "ON", "COLLATE", "UNIQUE", "PRIMARY", "KEY", "AFTER", "FIRST");
    }
    tokens.next();
    return new Expression.Unplayable("it uses a default that the server computes");
  }

  private Statement alter() throws Unparsed {
    tokens.accept("IF", "EXISTS");
    String table = tokens.name();
    List<Declared> added = new ArrayList<>();
    Map<String, Expression> defaults = new HashMap<>();
    Set<String> changed = new HashSet<>();
    do {
      if (!part(added, defaults, changed)) {
        return null;
      }
      skipPart();
    } while (tokens.accept(","));
    return new Statement.Alter(table, added, defaults, changed);
  }

  private boolean part(List<Declared> added, Map<String, Expression> defaults, Set<String> changed)
      throws Unparsed {
    if (tokens.accept("ADD")) {
      Token next = tokens.peek();
      if (next.kind() == Token.Kind.WORD
          && NO_COLUMN.contains(next.text().toUpperCase(Locale.ROOT))) {
        return true;
      }
      tokens.accept("COLUMN");
      tokens.accept("IF", "NOT", "EXISTS");
      if (tokens.accept("(")) {
        return false;
      }
      added.add(column(tokens.part()));
      return true;
    }
    if (tokens.acceptAny("MODIFY", "CHANGE")) {
      tokens.accept("COLUMN");
      tokens.accept("IF", "EXISTS");
      changed.add(tokens.part());
      if (tokens.peek().named()) {
        changed.add(tokens.peek().text().toLowerCase(Locale.ROOT)); // the new name of CHANGE
      }
      return true;
    }
    if (tokens.accept("ALTER")) {
      tokens.accept("COLUMN");
      String column = tokens.part();
      if (tokens.accept("SET", "DEFAULT")) {
        defaults.put(column, expressions.parse());
      } else {
        changed.add(column);
      }
      return true;
    }
    if (tokens.accept("DROP")) {
      if (tokens.is("INDEX")
          || tokens.is("KEY")
          || tokens.is("FOREIGN")
          || tokens.is("CONSTRAINT")
          || tokens.is("PRIMARY")) {
        return false; // without a key rows may stand twice
      }
      tokens.accept("COLUMN");
      tokens.accept("IF", "EXISTS");
      changed.add(tokens.part());
      return true;
    }
    if (tokens.accept("RENAME")) {
      if (!tokens.accept("COLUMN")) {
        return false;
      }
      changed.add(tokens.part());
      tokens.expect("TO");
      changed.add(tokens.part());
      return true;
    }
    return tokens.accept("DISABLE", "KEYS")
        || tokens.accept("ENABLE", "KEYS")
        || tokens.acceptAny(
            "AUTO_INCREMENT",
            "ENGINE",
            "COMMENT",
            "ORDER",
            "FORCE",
            "ROW_FORMAT",
            "MAX_ROWS",
            "CHECKSUM",
            "DEFAULT",
            "CONVERT",
            "CHARACTER",
            "CHARSET",
            "COLLATE");
  }

  private void skipPart() {
    int depth = 0;
    for (; !tokens.atEnd(); tokens.next()) {
      if (depth == 0 && tokens.is(",")) {
        return;
      }
      depth += tokens.is("(") ? 1 : tokens.is(")") ? -1 : 0;
    }
  }
}
