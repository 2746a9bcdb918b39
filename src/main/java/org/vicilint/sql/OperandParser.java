package org.vicilint.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vicilint.sql.TokenStream.Unparsed;

/** Parses what stands between the operators of an expression. */
final class OperandParser {
  /** Words that are functions without brackets, or begin something else than a column. */
  private static final Set<String> NO_COLUMN =
      Set.of("SELECT", "INTERVAL", "BINARY", "MATCH", "ROW", "CONVERT", "CAST", "COLLATE", "DATE");

  private static final Set<String> MOMENTS =
      Set.of(
          "CURRENT_TIMESTAMP",
          "CURRENT_DATE",
          "CURRENT_TIME",
          "LOCALTIME",
          "LOCALTIMESTAMP",
          "CURRENT_USER");

  /** Longer ones take their time to compute with. */
  private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9.]{1,60}(?:[eE][+-]?\\d{1,2})?");

  private final TokenStream tokens;
  private final ExpressionParser expressions;

  OperandParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /** The operand that comes next. */
  Expression parse() throws Unparsed {
    Token token = tokens.next();
    switch (token.kind()) {
      case TEXT -> {
        return text(token);
      }
      case NUMBER -> {
        return number(token);
      }
      case VARIABLE -> {
        if (tokens.is(":=")) {
          throw new Unparsed("it uses an assignment within it");
        }
        return new Expression.Variable(token.text());
      }
      case PLACEHOLDER -> throw new Unparsed(TokenStream.filledIn(token));
      case NAME -> {
        return column(token);
      }
      case WORD -> {
        return word(token);
      }
      case SYMBOL -> {
        if (token.is("(")) {
          return bracket();
        }
        throw tokens.unparsed();
      }
      default -> throw tokens.unparsed();
    }
  }

  private static Expression number(Token token) throws Unparsed {
    if (!SHORT_NUMBER.matcher(token.text()).matches()) {
      throw new Unparsed("it has a number that is very long");
    }
    return new Expression.Literal(new Value.Num(new BigDecimal(token.text())));
  }

  /** Texts that stand side by side are one. */
  private Expression text(Token first) throws Unparsed {
    StringBuilder text = new StringBuilder(first.text());
    while (tokens.peek().kind() == Token.Kind.TEXT) {
      text.append(tokens.next().text());
    }
    boolean alone = text.length() == first.text().length();
    int number = alone ? first.number() : Value.NO_MEMBER;
    return collated(new Expression.Literal(new Value.Text(text.toString(), number)));
  }

  private Expression bracket() throws Unparsed {
    if (tokens.is("SELECT")) {
      Query query = new QueryParser(tokens, expressions).parse();
      tokens.expect(")");
      return new Expression.Scalar(query);
    }
    Expression inner = expressions.or();
    tokens.expect(")");
    return inner;
  }

  private Expression word(Token token) throws Unparsed {
    String word = token.text().toUpperCase(Locale.ROOT);
    switch (word) {
      case "NULL" -> {
        return new Expression.Literal(Value.NULL);
      }
      case "TRUE", "FALSE" -> {
        return new Expression.Literal(Value.of(word.equals("TRUE")));
      }
      case "CASE" -> {
        return choice();
      }
      case "DEFAULT" -> {
        if (!tokens.accept("(")) {
          return new Expression.Default(null);
        }
        String column = tokens.name();
        tokens.expect(")");
        return new Expression.Default(column);
      }
      case "EXISTS" -> {
        tokens.expect("(");
        Query query = new QueryParser(tokens, expressions).parse();
        tokens.expect(")");
        return new Expression.Exists(query);
      }
      default -> {
        return named(token, word);
      }
    }
  }

  private Expression named(Token token, String word) throws Unparsed {
    if (tokens.is("(")) {
      tokens.next();
      if (word.equals("VALUES") || word.equals("VALUE")) {
        String column = tokens.name();
        tokens.expect(")");
        return new Expression.Inserted(column);
      }
      if (NO_COLUMN.contains(word) || tokens.is("DISTINCT") || tokens.is("*")) {
        return skipped(NO_COLUMN.contains(word) ? word : "a function of rows");
      }
      return new Expression.Call(word.toLowerCase(Locale.ROOT), expressions.list());
    }
    if (MOMENTS.contains(word)) {
      return new Expression.Call(word.toLowerCase(Locale.ROOT), List.of());
    }
    if (word.equals("BINARY")) {
      expressions.sign();
      return new Expression.Unplayable("it uses BINARY");
    }
    if (NO_COLUMN.contains(word) && !tokens.is(".")) {
      throw new Unparsed("it uses " + word);
    }
    return column(token);
  }

  private Expression column(Token first) throws Unparsed {
    String table = null;
    String name = first.text().toLowerCase(Locale.ROOT);
    while (tokens.accept(".")) {
      table = name;
      name = tokens.part();
    }
    return collated(new Expression.Column(table, name));
  }

  /**
   * Makes an expression with a collation of its own unplayable: the collation decides equality by
   * rules that only the server knows.
   */
  private Expression collated(Expression expression) {
    if (!tokens.accept("COLLATE")) {
      return expression;
    }
    tokens.next();
    return new Expression.Unplayable("it uses COLLATE");
  }

  /** A function whose brackets hold more than expressions; the opening one is taken. */
  private Expression skipped(String word) throws Unparsed {
    tokens.skipExpression();
    while (tokens.accept(",")) {
      tokens.skipExpression();
    }
    tokens.expect(")");
    return new Expression.Unplayable("it uses " + word);
  }

  private Expression choice() throws Unparsed {
    Expression operand = tokens.is("WHEN") ? null : expressions.or();
    List<Expression> when = new ArrayList<>();
    List<Expression> then = new ArrayList<>();
    while (tokens.accept("WHEN")) {
      when.add(expressions.or());
      tokens.expect("THEN");
      then.add(expressions.or());
    }
    Expression otherwise =
        tokens.accept("ELSE") ? expressions.or() : new Expression.Literal(Value.NULL);
    tokens.expect("END");
    return new Expression.Case(operand, when, then, otherwise);
  }
}
