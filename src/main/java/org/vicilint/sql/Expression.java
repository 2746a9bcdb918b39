package org.vicilint.sql;

import java.util.List;

/** An expression of SQL. */
sealed interface Expression {

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
  record Unary(String operator, Expression operand) implements Expression {}

  record Binary(String operator, Expression left, Expression right) implements Expression {}

  /** IS NULL, IS TRUE, IS FALSE; {@code what} in upper case. */
  record Is(Expression operand, String what) implements Expression {}

  record In(Expression operand, List<Expression> list) implements Expression {}

  record InQuery(Expression operand, Query query) implements Expression {}

  record Like(Expression operand, Expression pattern) implements Expression {}

  record Matches(Expression operand, Expression pattern) implements Expression {}

  record Between(Expression operand, Expression low, Expression high) implements Expression {}

  /** A function; the name in lower case. */
  record Call(String name, List<Expression> arguments) implements Expression {}

  /** CASE; without an operand the conditions stand for themselves. */
  record Case(
      Expression operandOrNull, List<Expression> when, List<Expression> then, Expression otherwise)
      implements Expression {}

  /** A query in brackets, of which one value is taken. */
  record Scalar(Query query) implements Expression {}

  record Exists(Query query) implements Expression {}

  /** Something that is not played; the reason ends a sentence. */
  record Unplayable(String reason) implements Expression {}
}
