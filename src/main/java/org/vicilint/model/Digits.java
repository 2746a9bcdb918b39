package org.vicilint.model;

/** Dates and times as the number that their digits make. */
final class Digits {
  private static final String FORM = "0000-00-00 00:00:00";

  private Digits() {}

  /** The number of a text in that form. */
  static long of(String text) {
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        number = number * 10 + (c - '0');
      }
    }
    return number;
  }

  /** The text again. */
  static String time(long number) {
    char[] text = FORM.toCharArray();
    long left = number;
    for (int i = text.length - 1; i >= 0; i--) {
      if (text[i] == '0') {
        text[i] = (char) ('0' + left % 10);
        left /= 10;
      }
    }
    return new String(text);
  }
}
