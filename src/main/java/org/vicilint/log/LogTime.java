package org.vicilint.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.LocalDateTime;
import org.vicilint.model.Moment;

/**
 * Times of a log as numbers of 14 digits, YYYYMMDDHHMMSS, which order as the times do and cost no
 * object.
 */
final class LogTime {
  private static final int LENGTH = "YYYY-MM-DD HH:MM:SS".length();
  private static final int SHORTEST = "YYYY-MM-DDTHH:MM".length();
  private static final int LONGEST = "YYYY-MM-DDTHH:MM:SS.123456789 +HH:MM".length();
  private static final int[] DIGITS = {0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18};

  private LogTime() {}

  /**
   * The time that is written here, as VICIdial writes it or as ISO 8601, with or without a fraction
   * of a second and a zone, see {@link Moment}; -1 when it is none.
   */
  static long of(byte[] bytes, int from, int to) {
    boolean zone = to - from == LENGTH + 1 && bytes[to - 1] == 'Z';
    long time = zone || to - from == LENGTH ? usual(bytes, from) : -1;
    return time >= 0 ? time : other(bytes, from, to);
  }

  /** Whether a time names a zone, which {@link #of(byte[], int, int)} leaves out. */
  static boolean zoned(byte[] bytes, int from, int to) {
    if (to - from == LENGTH && bytes[from + SHORTEST] == ':') {
      return false;
    }
    for (int i = from + SHORTEST; i < to; i++) {
      if (bytes[i] == '+' || bytes[i] == '-' || bytes[i] == 'Z' || bytes[i] == 'z') {
        return true;
      }
    }
    return false;
  }

  /** The time in its usual forms, which are those of millions of rows. */
  private static long usual(byte[] bytes, int from) {
    if (bytes[from + 4] != '-'
        || bytes[from + 7] != '-'
        || (bytes[from + 10] != ' ' && bytes[from + 10] != 'T')
        || bytes[from + 13] != ':'
        || bytes[from + 16] != ':') {
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
    return Moment.valid(time) ? time : -1;
  }

  private static long other(byte[] bytes, int from, int to) {
    if (to - from < SHORTEST || to - from > LONGEST) {
      return -1;
    }
    LocalDateTime time = Moment.of(new String(bytes, from, to - from, ISO_8859_1), null);
    return time == null || time.getYear() == 0 ? -1 : of(time);
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
