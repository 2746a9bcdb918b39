package org.vicilint.rules.custom;

import java.util.List;
import java.util.stream.Collectors;
import org.vicilint.finding.Evidence;
import org.vicilint.model.SourceLocation;
import org.vicilint.model.UserGroup;

/**
 * A variable that a rule may use.
 *
 * @param name the name in {@code when}, {@code message} and {@code evidence}
 * @param type the type in {@code when}
 * @param column the column, or the key of a definition, to show as evidence for it; null if it is
 *     no fact of the account
 * @param value its value, of the type's Java class
 */
record Variable(String name, Type type, String column, Value value) {
  private static final int NAMED = 8;
  private static final String ALL = "ALL_FUNCTIONS";

  /** The types of the expression language that variables have. */
  enum Type {
    /** A boolean. */
    BOOL,
    /** A long. */
    INT,
    /** A string. */
    STRING,
    /** A list of strings. */
    LIST
  }

  /** Finds a variable's value. */
  interface Value {
    Object of(Facts facts);
  }

  /** Returns its value in a message; that of a column as VICIdial writes it. */
  String text(Facts facts) {
    return Vocabulary.isColumn(name) ? facts.account().value(name) : text(value.of(facts));
  }

  /** Returns its evidence. */
  Evidence evidence(Facts facts) {
    if (Vocabulary.isColumn(column)) {
      return facts.audited().evidence(column);
    }
    SourceLocation place = facts.account().place(column);
    if (column.equals(Vocabulary.NEED)) {
      return new Evidence(column, text(facts.needed()), place);
    }
    return Vocabulary.OF_GROUP.contains(column)
        ? new Evidence(column, text(facts), facts.group().map(UserGroup::place).orElse(place))
        : new Evidence(column, text(facts), place);
  }

  private static String text(Object value) {
    if (value instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    if (!(value instanceof List<?> list)) {
      return value.toString();
    }
    if (list.contains(ALL)) {
      return ALL;
    }
    String named =
        list.stream().limit(NAMED).map(Object::toString).collect(Collectors.joining(", "));
    return list.size() <= NAMED ? named : named + " and " + (list.size() - NAMED) + " more";
  }
}
