package org.vicilint.sql.play;

import java.util.Map;
import java.util.Set;
import org.vicilint.sql.Statement;
import org.vicilint.sql.Statement.Declared;
import org.vicilint.sql.Value;

/** Plays the statements that change tables themselves. */
final class Definitions {
  private final Map<String, PlayedTable> tables;
  private final Evaluator evaluator;
  private final Playing playing;

  Definitions(Map<String, PlayedTable> tables, Evaluator evaluator, Playing playing) {
    this.tables = tables;
    this.evaluator = evaluator;
    this.playing = playing;
  }

  /** Returns whether it is such a statement; each ends a transaction. */
  boolean play(Statement statement) {
    if (statement instanceof Statement.Truncate truncate) {
      PlayedTable table = tables.get(truncate.table());
      if (table != null) {
        table.empty();
        table.restart();
      }
    } else if (statement instanceof Statement.Drop drop) {
      tables.values().stream()
          .filter(table -> drop.tables() == null || drop.tables().contains(table.name()))
          .forEach(PlayedTable::empty);
    } else if (statement instanceof Statement.Create create) {
      PlayedTable table = tables.get(create.table());
      boolean there = table != null && (table.created() || !table.rows().isEmpty());
      if (table != null && !(create.ifNotExists() && there)) {
        table.create(create.columns().stream().map(this::definition).toList());
      }
    } else if (statement instanceof Statement.Alter alter) {
      alter(alter);
    } else {
      return false;
    }
    return true;
  }

  /** The tables that the statement may reach through a view. */
  static Set<String> tables(Statement statement) {
    if (statement instanceof Statement.Truncate truncate) {
      return Set.of(truncate.table());
    }
    return statement instanceof Statement.Alter alter ? Set.of(alter.table()) : Set.of();
  }

  private ColumnDefinition definition(Declared declared) {
    Value value =
        declared.otherwise() == null
            ? Value.NULL
            : evaluator.value(declared.otherwise(), Scope.NONE);
    String otherwise = Functions.text(value);
    return new ColumnDefinition(declared.name(), declared.kind(), !declared.notNull(), otherwise);
  }

  private void alter(Statement.Alter alter) {
    PlayedTable table = tables.get(alter.table());
    if (table == null) {
      return;
    }
    alter.added().forEach(column -> table.add(definition(column)));
    alter
        .defaults()
        .forEach(
            (column, value) -> {
              int index = table.index(column);
              if (index >= 0) {
                table.setDefault(index, evaluator.value(value, Scope.NONE));
              }
            });
    for (String column : alter.changed()) {
      table.forget(column, playing.cause("it changes the column " + column));
    }
  }
}
