package org.vicilint.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vicilint.sql.Statement.Declared;
import org.vicilint.sql.TokenStream.Unparsed;

/** Parses the declaration of a column, in CREATE TABLE and ALTER TABLE. */
final class ColumnParser {
  /** Words that begin a part of a table that is no column. */
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

  private final TokenStream tokens;
  private final ExpressionParser expressions;

  ColumnParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /** Whether a key or another part comes next that is no column. */
  boolean atOther() {
    Token next = tokens.peek();
    return next.kind() == Token.Kind.WORD
        && NO_COLUMN.contains(next.text().toUpperCase(Locale.ROOT));
  }

  /** The declaration behind a name. */
  Declared column(String name) throws Unparsed {
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
}
