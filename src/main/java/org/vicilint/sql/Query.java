package org.vicilint.sql;

import java.util.List;

/**
 * A SELECT of one or more tables.
 *
 * @param values what is selected; null entries stand for {@code *}
 * @param from the tables
 * @param where null when there is no condition
 * @param order empty when there is none
 * @param limit null when there is none
 * @param unplayable what of it is not played; null when all of it is
 */
public record Query(
    List<Expression> values,
    List<TableName> from,
    Expression where,
    List<Order> order,
    Limit limit,
    String unplayable) {

  /** A table and the name by which the statement calls it, both in lower case. */
  public record TableName(String name, String alias) {}

  /** A part of ORDER BY. */
  public record Order(Expression by, boolean descending) {}

  /** LIMIT. */
  public record Limit(long offset, long most) {}
}
