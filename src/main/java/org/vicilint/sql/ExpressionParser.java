package org.vicilint.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.vicilint.sql.TokenStream.Unparsed;

/** Parses expressions with MySQL's precedence; what is not understood is one of its own kind. */
final class ExpressionParser {
  /** Expressions in one another; more than people write, and few enough for the stack. */
  private static final int DEEPEST = 200;

  private static final Set<String> COMPARISONS =
      Set.of("=", "<=>", "<>", "!=", "<", "<=", ">", ">=");

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
  private int depth;

  ExpressionParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  /**
   * The expression that comes next, up to a comma, a bracket, one of the words, or the end.
   *
   * @param stops key words that may follow
   */
  Expression parse(String... stops) {
    int begin = tokens.position();
    String reason;
    try {
      Expression expression = or();
      if (tokens.atEnd() || tokens.is(",") || tokens.is(")") || stopped(stops)) {
        return expression;
      }
      reason = "it has an expression that vicilint does not play";
    } catch (Unparsed e) {
      reason = e.getMessage();
    }
    tokens.back(begin);
    tokens.skipExpression(stops);
    return new Expression.Unplayable(reason);
  }

  private boolean stopped(String... stops) {
    for (String stop : stops) {
      if (tokens.is(stop)) {
        return true;
      }
    }
    return false;
  }

  private Expression or() throws Unparsed {
    if (++depth > DEEPEST) {
      throw new Unparsed("it uses brackets that stand too deep in one another");
    }
    Expression left = xor();
    while (tokens.acceptAny("OR", "||")) {
      left = new Expression.Binary("OR", left, xor());
    }
    depth--;
    return left;
  }

  private Expression xor() throws Unparsed {
    Expression left = and();
    while (tokens.accept("XOR")) {
      left = new Expression.Binary("XOR", left, and());
    }
    return left;
  }

  private Expression and() throws Unparsed {
    Expression left = not();
    while (tokens.acceptAny("AND", "&&")) {
      left = new Expression.Binary("AND", left, not());
    }
    return left;
  }

  private Expression not() throws Unparsed {
    if (tokens.accept("NOT")) {
      if (++depth > DEEPEST) {
        throw new Unparsed("it uses too many NOT");
      }
      Expression operand = not();
      depth--;
      return new Expression.Unary("NOT", operand);
    }
    return comparison();
  }

  private Expression comparison() throws Unparsed {
    Expression left = sum();
    while (true) {
      if (tokens.peek().kind() == Token.Kind.SYMBOL && COMPARISONS.contains(tokens.peek().text())) {
        String operator = tokens.next().text();
        left = new Expression.Binary(operator.equals("!=") ? "<>" : operator, left, sum());
      } else if (tokens.accept("IS")) {
        boolean not = tokens.accept("NOT");
        String what = tokens.next().text().toUpperCase(Locale.ROOT);
        if (!Set.of("NULL", "TRUE", "FALSE", "UNKNOWN").contains(what)) {
          throw tokens.unparsed();
        }
        left = negated(not, new Expression.Is(left, what.equals("UNKNOWN") ? "NULL" : what));
      } else {
        Expression other = wordComparison(left);
        if (other == null) {
          return left;
        }
        left = other;
      }
    }
  }

  /** IN, LIKE, BETWEEN and REGEXP; null when none of them follows. */
  private Expression wordComparison(Expression left) throws Unparsed {
    int begin = tokens.position();
    boolean not = tokens.accept("NOT");
    if (tokens.accept("IN")) {
      return negated(not, in(left));
    }
    if (tokens.accept("BETWEEN")) {
      Expression low = sum();
      tokens.expect("AND");
      return negated(not, new Expression.Between(left, low, sum()));
    }
    if (tokens.accept("LIKE")) {
      Expression pattern = sum();
      if (tokens.accept("ESCAPE")) {
        sum();
        return new Expression.Unplayable("it uses LIKE with ESCAPE");
      }
      return negated(not, new Expression.Like(left, pattern));
    }
    if (tokens.acceptAny("REGEXP", "RLIKE")) {
      return negated(not, new Expression.Matches(left, sum()));
    }
    tokens.back(begin);
    return null;
  }

  private static Expression negated(boolean not, Expression expression) {
    return not ? new Expression.Unary("NOT", expression) : expression;
  }

  private Expression in(Expression left) throws Unparsed {
    tokens.expect("(");
    if (tokens.is("SELECT")) {
      Query query = new QueryParser(tokens, this).parse();
      tokens.expect(")");
      return new Expression.InQuery(left, query);
    }
    List<Expression> list = list();
    return new Expression.In(left, list);
  }

  /** Expressions up to the bracket behind them, which is taken. */
  private List<Expression> list() throws Unparsed {
    List<Expression> list = new ArrayList<>();
    if (tokens.accept(")")) {
      return list;
    }
    do {
      list.add(or());
    } while (tokens.accept(","));
    tokens.expect(")");
    return list;
  }

  private Expression sum() throws Unparsed {
    Expression left = product();
    while (tokens.is("+") || tokens.is("-")) {
      String operator = tokens.next().text();
      left = new Expression.Binary(operator, left, product());
    }
    return left;
  }

  private Expression product() throws Unparsed {
    Expression left = sign();
    while (tokens.is("*")
        || tokens.is("/")
        || tokens.is("%")
        || tokens.is("DIV")
        || tokens.is("MOD")) {
      String operator = tokens.next().text().toUpperCase(Locale.ROOT);
      left = new Expression.Binary(operator.equals("MOD") ? "%" : operator, left, sign());
    }
    return left;
  }

  private Expression sign() throws Unparsed {
    if (tokens.is("-") || tokens.is("+") || tokens.is("!")) {
      if (++depth > DEEPEST) {
        throw new Unparsed("it uses too many signs");
      }
      String operator = tokens.next().text();
      Expression operand = sign();
      depth--;
      return operator.equals("+")
          ? operand
          : new Expression.Unary(operator.equals("!") ? "NOT" : "-", operand);
    }
    return primary();
  }

  private Expression primary() throws Unparsed {
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
    return collated(new Expression.Literal(Value.of(text.toString())));
  }

  private Expression bracket() throws Unparsed {
    if (tokens.is("SELECT")) {
      Query query = new QueryParser(tokens, this).parse();
      tokens.expect(")");
      return new Expression.Scalar(query);
    }
    Expression inner = or();
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
        Query query = new QueryParser(tokens, this).parse();
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
      return new Expression.Call(word.toLowerCase(Locale.ROOT), list());
    }
    if (MOMENTS.contains(word)) {
      return new Expression.Call(word.toLowerCase(Locale.ROOT), List.of());
    }
    if (word.equals("BINARY")) {
      sign();
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

  /** A collation of its own decides what equals what, and which one that is tells the server. */
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
    Expression operand = tokens.is("WHEN") ? null : or();
    List<Expression> when = new ArrayList<>();
    List<Expression> then = new ArrayList<>();
    while (tokens.accept("WHEN")) {
      when.add(or());
      tokens.expect("THEN");
      then.add(or());
    }
    Expression otherwise = tokens.accept("ELSE") ? or() : new Expression.Literal(Value.NULL);
    tokens.expect("END");
    return new Expression.Case(operand, when, then, otherwise);
  }
}
