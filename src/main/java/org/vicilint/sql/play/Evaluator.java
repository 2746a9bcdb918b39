package org.vicilint.sql.play;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.vicilint.sql.Cause;
import org.vicilint.sql.Expression;
import org.vicilint.sql.Value;

/**
 * Evaluates expressions. A value that it cannot determine is {@link Value.Unknown}; where the rest
 * decides alone, as in {@code FALSE AND x}, it decides.
 */
final class Evaluator {
  private static final String COLLATION =
      "it compares letters as the collation of the table has it";

  private final Variables variables;
  private final Queries queries;

  /** The statement that is played, for what is unknown after it. */
  private final Playing playing;

  Evaluator(Variables variables, Queries queries, Playing playing) {
    this.variables = variables;
    this.queries = queries;
    this.playing = playing;
  }

  /** Whether a condition holds; null stands for none. */
  Truth truth(Expression condition, Scope scope) {
    if (condition == null) {
      return Truth.YES;
    }
    Value value = value(condition, scope);
    if (value instanceof Value.Unknown unknown) {
      return new Truth(false, unknown.cause());
    }
    return Boolean.TRUE.equals(Logic.logical(value)) ? Truth.YES : Truth.NO;
  }

  /**
   * Whether a condition holds.
   *
   * @param cause why nobody knows; null when it is known
   */
  record Truth(boolean yes, Cause cause) {
    static final Truth YES = new Truth(true, null);
    static final Truth NO = new Truth(false, null);

    boolean no() {
      return !yes && cause == null;
    }

    boolean maybe() {
      return cause != null;
    }
  }

  Value value(Expression expression, Scope scope) {
    if (expression instanceof Expression.Literal literal) {
      return literal.value();
    }
    if (expression instanceof Expression.Column column) {
      Value value = scope.column(column.table(), column.name());
      return value != null ? value : unknown("it asks a column that is not known here");
    }
    if (expression instanceof Expression.Variable variable) {
      return variable(variable.name());
    }
    if (expression instanceof Expression.Binary binary) {
      return binary(binary, scope);
    }
    if (expression instanceof Expression.Unary unary) {
      return unary(unary, scope);
    }
    if (expression instanceof Expression.Call call) {
      return call(call, scope);
    }
    if (expression instanceof Expression.Unplayable unplayable) {
      return unknown(unplayable.reason());
    }
    if (expression instanceof Expression.Default byDefault) {
      Value value = scope.byDefault(byDefault.columnOrNull());
      return value != null ? value : unknown("it uses DEFAULT");
    }
    if (expression instanceof Expression.Inserted inserted) {
      Value value = scope.inserted(inserted.column());
      return value != null ? value : unknown("it uses VALUES()");
    }
    return predicate(expression, scope);
  }

  private Value predicate(Expression expression, Scope scope) {
    if (expression instanceof Expression.Is is) {
      return is(is, scope);
    }
    if (expression instanceof Expression.In in) {
      return in(value(in.operand(), scope), in.list().stream().map(e -> value(e, scope)).toList());
    }
    if (expression instanceof Expression.Between between) {
      Value value = value(between.operand(), scope);
      return Logic.and(
          compared(">=", value, value(between.low(), scope)),
          compared("<=", value, value(between.high(), scope)));
    }
    if (expression instanceof Expression.Like like) {
      return texts(value(like.operand(), scope), value(like.pattern(), scope), false);
    }
    if (expression instanceof Expression.Matches matches) {
      return texts(value(matches.operand(), scope), value(matches.pattern(), scope), true);
    }
    if (expression instanceof Expression.Case choice) {
      return choice(choice, scope);
    }
    if (expression instanceof Expression.InQuery in) {
      Value operand = value(in.operand(), scope);
      Queries.Result result = queries.run(in.query(), scope, this);
      return result.width() == 1
          ? in(operand, result.first())
          : unknown("it compares with a query of several columns");
    }
    if (expression instanceof Expression.Exists exists) {
      return queries.run(exists.query(), scope, this).any();
    }
    return queries.run(((Expression.Scalar) expression).query(), scope, this).one(playing);
  }

  Value unknown(String reason) {
    return playing.unknown(reason);
  }

  private Value variable(String name) {
    if (name.startsWith("@")) {
      return unknown("it uses a variable of the server");
    }
    Value value = variables.get(name);
    return value instanceof Value.Unknown ? unknown("it uses a variable that is not known") : value;
  }

  private Value unary(Expression.Unary unary, Scope scope) {
    Value value = value(unary.operand(), scope);
    if (value instanceof Value.Unknown || value == Value.NULL) {
      return value;
    }
    if (unary.operator().equals("NOT")) {
      return Logic.not(value);
    }
    BigDecimal number = value.number();
    return number == null ? unknown("it computes with a time") : new Value.Num(number.negate());
  }

  private Value binary(Expression.Binary binary, Scope scope) {
    Value left = value(binary.left(), scope);
    switch (binary.operator()) {
      case "AND" -> {
        return Logic.known(left) && Boolean.FALSE.equals(Logic.logical(left))
            ? Value.FALSE
            : Logic.and(left, value(binary.right(), scope));
      }
      case "OR" -> {
        return Logic.known(left) && Boolean.TRUE.equals(Logic.logical(left))
            ? Value.TRUE
            : Logic.not(Logic.and(Logic.not(left), Logic.not(value(binary.right(), scope))));
      }
      default -> {}
    }
    Value right = value(binary.right(), scope);
    if (!Logic.known(left) || !Logic.known(right)) {
      return Logic.known(left) ? right : left;
    }
    return switch (binary.operator()) {
      case "XOR" ->
          left == Value.NULL || right == Value.NULL
              ? Value.NULL
              : Value.of(!Logic.logical(left).equals(Logic.logical(right)));
      case "+", "-", "*", "/", "%", "DIV" -> Arithmetic.of(binary.operator(), left, right, playing);
      default -> compared(binary.operator(), left, right);
    };
  }

  private Value compared(String operator, Value left, Value right) {
    if (!Logic.known(left) || !Logic.known(right)) {
      return Logic.known(left) ? right : left;
    }
    boolean missing = left == Value.NULL || right == Value.NULL;
    if (operator.equals("<=>")) {
      return missing ? Value.of(left == right) : compared("=", left, right);
    }
    if (missing) {
      return Value.NULL;
    }
    boolean equality = operator.equals("=") || operator.equals("<>");
    if (equality && left instanceof Value.Text one && right instanceof Value.Text other) {
      Boolean same = Comparison.same(one.text(), other.text());
      return same == null ? unknown(COLLATION) : Value.of(same == operator.equals("="));
    }
    Integer order = Comparison.compare(left, right);
    if (order == null) {
      return unknown(
          left instanceof Value.Text ? COLLATION : "it compares a time with something else");
    }
    return Value.of(
        switch (operator) {
          case "=" -> order == 0;
          case "<>" -> order != 0;
          case "<" -> order < 0;
          case "<=" -> order <= 0;
          case ">" -> order > 0;
          default -> order >= 0;
        });
  }

  private Value in(Value operand, List<Value> list) {
    Value found = Value.FALSE;
    for (Value each : list) {
      found = Logic.not(Logic.and(Logic.not(found), Logic.not(compared("=", operand, each))));
    }
    return found;
  }

  private Value texts(Value operand, Value pattern, boolean regular) {
    if (!Logic.known(operand) || !Logic.known(pattern)) {
      return Logic.known(operand) ? pattern : operand;
    }
    if (operand == Value.NULL || pattern == Value.NULL) {
      return Value.NULL;
    }
    String text = Functions.text(operand);
    if (!regular) {
      Boolean like = Comparison.like(text, Functions.text(pattern));
      return like == null ? unknown(COLLATION) : Value.of(like);
    }
    Boolean matches = Comparison.matches(text, Functions.text(pattern));
    return matches == null ? unknown("it uses REGEXP") : Value.of(matches);
  }

  private Value is(Expression.Is is, Scope scope) {
    Value value = value(is.operand(), scope);
    if (!Logic.known(value)) {
      return value;
    }
    if (is.what().equals("NULL")) {
      return Value.of(value == Value.NULL);
    }
    return Value.of(Boolean.valueOf(is.what().equals("TRUE")).equals(Logic.logical(value)));
  }

  private Value call(Expression.Call call, Scope scope) {
    List<Value> arguments = new ArrayList<>();
    for (Expression argument : call.arguments()) {
      Value value = value(argument, scope);
      if (!Logic.known(value)) {
        return value;
      }
      arguments.add(value);
    }
    if (call.name().equals("if") && arguments.size() == 3) {
      int chosen = Boolean.TRUE.equals(Logic.logical(arguments.get(0))) ? 1 : 2;
      return Functions.ofOneKind(arguments.get(chosen), arguments.subList(1, 3));
    }
    if (call.name().equals("nullif") && arguments.size() == 2) {
      Value same = compared("=", arguments.get(0), arguments.get(1));
      return Logic.known(same) && same.equals(Value.TRUE)
          ? Value.NULL
          : Logic.known(same) ? arguments.get(0) : same;
    }
    Value value = Functions.of(call.name(), arguments);
    return value == null ? unknown("it uses a function that vicilint does not play") : value;
  }

  private Value choice(Expression.Case choice, Scope scope) {
    Value operand = choice.operandOrNull() == null ? null : value(choice.operandOrNull(), scope);
    List<Value> results = new ArrayList<>();
    choice.then().forEach(each -> results.add(value(each, scope)));
    results.add(value(choice.otherwise(), scope));
    Value chosen = results.get(results.size() - 1);
    for (int i = 0; i < choice.when().size(); i++) {
      Value when = value(choice.when().get(i), scope);
      Value holds = operand == null ? when : compared("=", operand, when);
      if (!Logic.known(holds)) {
        return holds;
      }
      if (Boolean.TRUE.equals(Logic.logical(holds))) {
        chosen = results.get(i);
        break;
      }
    }
    // An unknown value may be a text, which would make one of a number.
    boolean sure = results.stream().allMatch(Logic::known);
    return sure || !(chosen instanceof Value.Num)
        ? Functions.ofOneKind(chosen, results)
        : unknownOf(results);
  }

  private static Value unknownOf(List<Value> values) {
    return values.stream().filter(each -> !Logic.known(each)).findFirst().orElseThrow();
  }
}
