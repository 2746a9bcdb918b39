package org.vicilint.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times as VICIdial writes them, or ISO 8601: {@code 2026-05-04 10:00:01}, {@code
 * 2026-05-04T10:00:01.5Z}, {@code 2026-05-04}. VICIdial's times are the server's own clock and name
 * no zone; a program that exports them adds one. So the clock is taken as it is written, and the
 * zone of no machine changes a result.
 */
public final class Moment {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)"
              + "(?:[Tt ](\\d\\d:\\d\\d(?::\\d\\d)?)(?:[.,]\\d{1,9})?(?: ?([Zz]|[+-]\\d\\d(?::?\\d\\d)?))?)?");

  private static final long TIME = 1_000_000;

  private Moment() {}

  /**
   * The moment that a text names, to the second; null when it names none.
   *
   * @param ofDay what a day without a time stands for; null when it stands for nothing
   */
  public static LocalDateTime of(String text, LocalTime ofDay) {
    Matcher m = FORM.matcher(text.strip());
    if (!m.matches() || (m.group(2) == null && ofDay == null)) {
      return null;
    }
    try {
      return LocalDate.parse(m.group(1))
          .atTime(m.group(2) == null ? ofDay : LocalTime.parse(m.group(2)));
    } catch (DateTimeException e) {
      return null; // the thirtieth of February
    }
  }

  /** Whether a text names a moment, and a zone with it: that is not applied. */
  public static boolean zoned(String text) {
    Matcher m = FORM.matcher(text.strip());
    return m.matches() && m.group(3) != null && of(text, null) != null;
  }

  /** The day that a text names, with or without a time; null when it names none. */
  public static LocalDate day(String text) {
    LocalDateTime moment = of(text, LocalTime.MIN);
    return moment == null ? null : moment.toLocalDate();
  }

  /**
   * Whether 14 digits, YYYYMMDDHHMMSS, are a date and time that there is: no thirtieth of February.
   */
  public static boolean valid(long time) {
    int date = (int) (time / TIME); // one division of a long; an export asks this for each row
    int clock = (int) (time - date * TIME);
    int year = date / 10_000;
    int month = date / 100 % 100;
    int day = date % 100;
    return year > 0
        && month >= 1
        && month <= 12
        && day >= 1
        && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth())
        && clock < 240_000
        && clock / 100 % 100 < 60
        && clock % 100 < 60;
  }
}
