package org.vicilint.api;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** How PHP 8 compares what came with a request. */
public final class Php {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+");

  private Php() {}

  /** The number that digits make; the largest one when they are too many. */
  public static int number(String digits) {
    return new BigInteger(digits).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
  }

  /** Compares a text of digits, dashes and low lines with a number; as texts when it is none. */
  public static int compare(String text, int number) {
    return NUMBER.matcher(text).matches()
        ? new BigInteger(text).compareTo(BigInteger.valueOf(number))
        : text.compareTo(Integer.toString(number));
  }

  /** Whether the text is this number, in whatever way it is written. */
  public static boolean equal(String text, int number) {
    return NUMBER.matcher(text).matches() && compare(text, number) == 0;
  }
}
