package org.vicilint.api;

import java.math.BigInteger;
import java.util.List;

/**
 * What a column makes of a text in MySQL's usual mode for VICIdial, which refuses nothing: what
 * does not fit is changed without a word.
 */
public sealed interface ColumnCoercion {

  /** What the column holds afterwards. */
  String store(String text);

  /** Reads what {@code requests.yaml} says. */
  static ColumnCoercion of(Object value) {
    if (value instanceof Integer most) {
      return new Text(most);
    }
    if (value instanceof List<?> range) {
      return new Whole((Integer) range.get(0), (Integer) range.get(1));
    }
    return new Switch();
  }

  /** A text; a longer one is cut. */
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

  /** A whole number; one beyond the ends becomes the nearest end. */
  record Whole(int least, int most) implements ColumnCoercion {
    @Override
    public String store(String text) {
      // MySQL takes the digits in front, and 0 where there are none.
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

  /** {@code ENUM('0','1')}: another number counts the values, any other text is none of them. */
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
