package org.vicilint.sql;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vicilint.sql.Query.Limit;
import org.vicilint.sql.Query.Order;
import org.vicilint.sql.Query.TableName;

/** A statement, reduced to its effect on tables. */
public sealed interface Statement {

  /**
   * A column and what it is set to.
   *
   * @param table the table or alias in front of it; null when there is none
   */
  record Assignment(String table, String column, Expression value) {}

  /**
   * INSERT or REPLACE.
   *
   * @param columns null when none are named
   * @param rows the rows of VALUES, or the one of SET; null when a query makes them
   * @param queryOrNull a query that makes the rows
   * @param onDuplicate empty when the clause is missing
   */
  record Insert(
      String table,
      boolean replace,
      boolean ignore,
      List<String> columns,
      List<List<Expression>> rows,
      Query queryOrNull,
      List<Assignment> onDuplicate)
      implements Statement {}

  /** UPDATE of one or more tables. */
  record Update(
      List<TableName> tables,
      boolean outer,
      List<Assignment> assignments,
      Expression where,
      List<Order> order,
      Limit limit)
      implements Statement {}

  /**
   * DELETE.
   *
   * @param targets the tables or aliases that lose rows
   */
  record Delete(
      Set<String> targets,
      List<TableName> tables,
      boolean outer,
      Expression where,
      List<Order> order,
      Limit limit)
      implements Statement {}

  /** TRUNCATE. */
  record Truncate(String table) implements Statement {}

  /**
   * DROP TABLE, or DROP DATABASE.
   *
   * @param tables null for all of them
   */
  record Drop(List<String> tables) implements Statement {}

  /**
   * CREATE TABLE.
   *
   * @param columns as they are declared, in order
   */
  record Create(String table, boolean ifNotExists, List<Declared> columns) implements Statement {}

  /**
   * A column of CREATE TABLE.
   *
   * @param type as it is written; {@code notNull} and {@code otherwise} say what its DEFAULT is
   */
  record Declared(String name, ColumnKind kind, boolean notNull, Expression otherwise) {}

  /**
   * ALTER TABLE with every part understood.
   *
   * @param added columns that are new
   * @param defaults columns with a new default
   * @param changed columns that are defined otherwise, dropped or renamed
   */
  record Alter(
      String table, List<Declared> added, Map<String, Expression> defaults, Set<String> changed)
      implements Statement {}

  /** SET of variables of the session; null where the value is not known. */
  record SetVariables(Map<String, Expression> values) implements Statement {}

  /** CREATE VIEW: a write to the view may write to the table. */
  record View(String name, Set<String> tables) implements Statement {}

  /** BEGIN, or another statement that begins a transaction or ends one for good. */
  record Begin() implements Statement {}

  /** COMMIT and what commits silently. */
  record Commit() implements Statement {}

  /** ROLLBACK. */
  record Rollback() implements Statement {}

  /**
   * A statement that is not played.
   *
   * @param tables the tables that it may change; null for all of them
   * @param reason why it is not played
   * @param lasting whether later statements have other effects because of it, too
   */
  record Unplayed(Set<String> tables, String reason, boolean lasting) implements Statement {
    Unplayed(Set<String> tables, String reason) {
      this(tables, reason, false);
    }
  }

  /** A statement that changes no table. */
  record Harmless() implements Statement {}
}
