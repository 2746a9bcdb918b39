package org.vicilint.sql.play;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.vicilint.sql.Value;

/** Computes as MySQL does. */
final class Arithmetic {
  private static final int DECIMALS_OF_A_QUOTIENT = 4;

  /** Longer numbers take their time, and no script about accounts has them. */
  private static final int LONGEST_NUMBER = 200;

  private Arithmetic() {}

  /**
   * Applies an operator to two values that are known.
   *
   * @param playing the statement, for values that only the server knows
   */
  static Value of(String operator, Value left, Value right, Playing playing) {
    if (left == Value.NULL || right == Value.NULL) {
      return Value.NULL;
    }
    BigDecimal one = left.number();
    BigDecimal other = right.number();
    if (one == null || other == null) {
      return playing.unknown("it computes with a time");
    }
    if (tooLong(one) || tooLong(other)) {
      return playing.unknown("it computes with a very long number");
    }
    if (other.signum() == 0 && !"+-*".contains(operator)) {
      return Value.NULL;
    }
    BigDecimal result =
        switch (operator) {
          case "+" -> one.add(other);
          case "-" -> one.subtract(other);
          case "*" -> one.multiply(other);
          case "/" -> one.divide(other, one.scale() + DECIMALS_OF_A_QUOTIENT, RoundingMode.HALF_UP);
          case "%" -> one.remainder(other);
          default -> one.divideToIntegralValue(other);
        };
    if (operator.equals("-") && result.signum() < 0) {
      // The server refuses it where a column without a sign takes part.
      return playing.unknown("it computes a number below 0");
    }
    return new Value.Num(result);
  }

  private static boolean tooLong(BigDecimal number) {
    return number.precision() > LONGEST_NUMBER || Math.abs(number.scale()) > LONGEST_NUMBER;
  }
}
