package org.vicilint.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An expression of SQL. */
public sealed interface Expression {

  /** The expressions that stand within it; those of a query are not among them. */
  default List<Expression> parts() {
    return List.of();
  }

  record Literal(Value value) implements Expression {}

  /**
   * A column.
   *
   * @param table the table or alias in front of it; null when there is none
   * @param name in lower case
   */
  record Column(String table, String name) implements Expression {}

  /** A variable of the session. */
  record Variable(String name) implements Expression {}

  /** DEFAULT, or DEFAULT(column) when a name is there. */
  record Default(String columnOrNull) implements Expression {}

  /** VALUES(column) behind ON DUPLICATE KEY UPDATE: what the INSERT would have stored. */
  record Inserted(String column) implements Expression {}

  /** NOT, or a sign. */
  record Unary(String operator, Expression operand) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(operand);
    }
  }

  record Binary(String operator, Expression left, Expression right) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(left, right);
    }
  }

  /** IS NULL, IS TRUE, IS FALSE; {@code what} in upper case. */
  record Is(Expression operand, String what) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(operand);
    }
  }

  record In(Expression operand, List<Expression> list) implements Expression {
    @Override
    public List<Expression> parts() {
      return Stream.concat(Stream.of(operand), list.stream()).toList();
    }
  }

  record InQuery(Expression operand, Query query) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(operand);
    }
  }

  record Like(Expression operand, Expression pattern) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(operand, pattern);
    }
  }

  record Matches(Expression operand, Expression pattern) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(operand, pattern);
    }
  }

  record Between(Expression operand, Expression low, Expression high) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(operand, low, high);
    }
  }

  /** A function; the name in lower case. */
  record Call(String name, List<Expression> arguments) implements Expression {
    @Override
    public List<Expression> parts() {
      return arguments;
    }
  }

  /** CASE; without an operand the conditions stand for themselves. */
  record Case(
      Expression operandOrNull, List<Expression> when, List<Expression> then, Expression otherwise)
      implements Expression {
    @Override
    public List<Expression> parts() {
      List<Expression> parts = new ArrayList<>(when);
      parts.addAll(then);
      parts.add(otherwise);
      if (operandOrNull != null) {
        parts.add(operandOrNull);
      }
      return parts;
    }
  }

  /** A query in brackets that yields one value. */
  record Scalar(Query query) implements Expression {}

  record Exists(Query query) implements Expression {}

  /** An expression that is not played; the reason ends a sentence. */
  record Unplayable(String reason) implements Expression {}
}
