package org.vicilint.sql.play;

import java.math.BigDecimal;
import org.vicilint.sql.Value;

/** MySQL's logic of true, false and NULL, and of what is not known. */
final class Logic {
  private Logic() {}

  static Value not(Value value) {
    if (value instanceof Value.Unknown || value == Value.NULL) {
      return value;
    }
    return Value.of(Boolean.FALSE.equals(logical(value)));
  }

  /** Whether a value counts as true; null for NULL. */
  static Boolean logical(Value value) {
    if (value == Value.NULL) {
      return null;
    }
    BigDecimal number = value.number();
    return number == null || number.signum() != 0;
  }

  static boolean known(Value value) {
    return !(value instanceof Value.Unknown);
  }

  static Value and(Value left, Value right) {
    Boolean one = known(left) ? logical(left) : null;
    Boolean other = known(right) ? logical(right) : null;
    if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
      return Value.FALSE;
    }
    if (!known(left) || !known(right)) {
      return known(left) ? right : left;
    }
    return one == null || other == null ? Value.NULL : Value.TRUE;
  }
}
