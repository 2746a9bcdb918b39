package org.vicilint.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vicilint.sql.TokenStream.Unparsed;

/** Parses expressions with MySQL's precedence; what is not understood is one of its own kind. */
final class ExpressionParser {
  /** Expressions in one another; more than people write, and few enough for the stack. */
  private static final int DEEPEST = 200;

  private static final Set<String> COMPARISONS =
      Set.of("=", "<=>", "<>", "!=", "<", "<=", ">", ">=");

  private final TokenStream tokens;
  private final OperandParser operands;
  private int depth;

  ExpressionParser(TokenStream tokens) {
    this.tokens = tokens;
    this.operands = new OperandParser(tokens, this);
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

  Expression or() throws Unparsed {
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
  List<Expression> list() throws Unparsed {
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

  Expression sign() throws Unparsed {
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
    return operands.parse();
  }
}
