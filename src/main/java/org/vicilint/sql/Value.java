package org.vicilint.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Value of an expression or of a column. */
public sealed interface Value {
  Value NULL = new Null();
  Value TRUE = new Num(BigDecimal.ONE);
  Value FALSE = new Num(BigDecimal.ZERO);

  static Value of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  static Value of(long number) {
    return new Num(BigDecimal.valueOf(number));
  }

  static Value of(String text) {
    return new Text(text, NO_MEMBER);
  }

  /** The index of a text that does not come from a column of words. */
  int NO_MEMBER = -1;

  /** MySQL's NULL. */
  record Null() implements Value {}

  record Num(BigDecimal number) implements Value {
    /** The number as MySQL writes it. */
    public String text() {
      return number.toPlainString();
    }
  }

  /**
   * A text.
   *
   * @param index where it stands among the words of its column, from 1, which is what MySQL
   *     compares with numbers; 0 for the empty text that is no word; {@link #NO_MEMBER} for other
   *     texts
   */
  record Text(String text, int index) implements Value {
    private static final Pattern NUMBER =
        Pattern.compile(
            "\\s*([+-]?(?:\\d{1,60}(?:\\.\\d{0,60})?|\\.\\d{1,60})(?:[eE][+-]?\\d{1,2})?).*",
            Pattern.DOTALL);

    /** The number that MySQL reads from the beginning of the text. */
    @Override
    public BigDecimal number() {
      if (index != NO_MEMBER) {
        return BigDecimal.valueOf(index);
      }
      Matcher number = NUMBER.matcher(text);
      return number.matches() ? new BigDecimal(number.group(1)) : BigDecimal.ZERO;
    }
  }

  /** A date and time of a column, as {@code YYYY-MM-DD HH:MM:SS}. */
  record Time(String text) implements Value {}

  /** A value that cannot be determined, and why. */
  record Unknown(Cause cause) implements Value {}

  /**
   * Returns the number that this is where one is asked for; null for NULL and for a value without
   * one here.
   */
  default BigDecimal number() {
    return null;
  }

  /** Rounds as MySQL does where a column holds whole numbers. */
  static BigDecimal rounded(BigDecimal number) {
    return number.setScale(0, RoundingMode.HALF_UP);
  }
}
