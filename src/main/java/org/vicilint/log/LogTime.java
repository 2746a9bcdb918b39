package org.vicilint.log;

import java.time.LocalDateTime;
import java.time.YearMonth;

/**
 * Times of a log as numbers of 14 digits, YYYYMMDDHHMMSS, which order as the times do and cost no
 * object.
 */
final class LogTime {
  private static final int LENGTH = "YYYY-MM-DD HH:MM:SS".length();
  private static final int[] DIGITS = {0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18};

  private LogTime() {}

  /** The time that is written here, with or without a fraction of a second; -1 when it is none. */
  static long of(byte[] bytes, int from, int to) {
    if (to - from < LENGTH
        || bytes[from + 4] != '-'
        || bytes[from + 7] != '-'
        || (to - from > LENGTH && bytes[from + LENGTH] != '.')) {
      return -1;
    }
    long time = 0;
    for (int at : DIGITS) {
      int digit = bytes[from + at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      time = time * 10 + digit;
    }
    return valid(time) ? time : -1;
  }

  private static boolean valid(long time) {
    int year = (int) (time / 10_000_000_000L);
    int month = (int) (time / 100_000_000 % 100);
    int day = (int) (time / 1_000_000 % 100);
    return year > 0
        && month >= 1
        && month <= 12
        && day >= 1
        && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth())
        && time / 10_000 % 100 < 24
        && time / 100 % 100 < 60
        && time % 100 < 60;
  }

  static long of(LocalDateTime time) {
    long date = (time.getYear() * 100L + time.getMonthValue()) * 100 + time.getDayOfMonth();
    return ((date * 100 + time.getHour()) * 100 + time.getMinute()) * 100 + time.getSecond();
  }

  static LocalDateTime time(long number) {
    return LocalDateTime.of(
        (int) (number / 10_000_000_000L),
        (int) (number / 100_000_000 % 100),
        (int) (number / 1_000_000 % 100),
        (int) (number / 10_000 % 100),
        (int) (number / 100 % 100),
        (int) (number % 100));
  }
}
