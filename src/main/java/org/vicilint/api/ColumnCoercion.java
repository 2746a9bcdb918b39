package org.vicilint.api;

import java.math.BigInteger;
import java.util.List;

/**
 * A column's conversion of a text in MySQL's usual mode for VICIdial, which refuses nothing: a
 * value that does not fit is changed silently.
 */
public sealed interface ColumnCoercion {

  /** Returns the value that the column stores. */
  String store(String text);

  /** Reads an entry of {@code requests.yaml}. */
  static ColumnCoercion of(Object value) {
    if (value instanceof Integer most) {
      return new Text(most);
    }
    if (value instanceof List<?> range) {
      return new Whole((Integer) range.get(0), (Integer) range.get(1));
    }
    return new Switch();
  }

  /** A text column; a longer text is cut. */
  record Text(int most) implements ColumnCoercion {
    @Override
    public String store(String text) {
      return text.length() <= most
          ? text
          : text.substring(0, text.offsetByCodePoints(0, Math.min(most, codePoints(text))));
    }

    private static int codePoints(String text) {
      return text.codePointCount(0, text.length());
    }
  }

  /** A column of whole numbers; a value out of range becomes the nearest bound. */
  record Whole(int least, int most) implements ColumnCoercion {
    @Override
    public String store(String text) {
      // MySQL reads the leading digits, and 0 if there are none.
      String digits = text.replaceAll("^(-?\\d*).*", "$1");
      if (digits.isEmpty() || digits.equals("-")) {
        return Integer.toString(Math.max(least, 0));
      }
      return new BigInteger(digits)
          .max(BigInteger.valueOf(least))
          .min(BigInteger.valueOf(most))
          .toString();
    }
  }

  /**
   * {@code ENUM('0','1')}: another number is the position of a value, and any other text matches no
   * value.
   */
  record Switch() implements ColumnCoercion {
    @Override
    public String store(String text) {
      if (text.equals("0") || text.equals("1")) {
        return text;
      }
      return switch (text.replaceAll("^0+(?=\\d)", "")) {
        case "1" -> "0";
        case "2" -> "1";
        default -> "";
      };
    }
  }
}
