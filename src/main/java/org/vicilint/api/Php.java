package org.vicilint.api;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** PHP 8's comparison of values from a request. */
public final class Php {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+");

  private Php() {}

  /** Returns the number that digits make; the largest int if there are too many. */
  public static int number(String digits) {
    return new BigInteger(digits).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
  }

  /**
   * Compares a text of digits, dashes and underscores with a number; as texts if it is not numeric.
   */
  public static int compare(String text, int number) {
    return NUMBER.matcher(text).matches()
        ? new BigInteger(text).compareTo(BigInteger.valueOf(number))
        : text.compareTo(Integer.toString(number));
  }

  /** Whether the text is this number in any notation. */
  public static boolean equal(String text, int number) {
    return NUMBER.matcher(text).matches() && compare(text, number) == 0;
  }
}
