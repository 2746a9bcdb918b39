package org.vicilint.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A build of one of VICIdial's APIs, as {@code function=version} prints it: {@code YYMMDD-HHMM}
 * (before 2010 with five digits: {@code 80801-0047}), rarely with a letter behind it.
 *
 * @param day the date as the number YYMMDD
 * @param time the time as the number HHMM
 * @param suffix the letter behind the time, mostly empty
 */
public record Build(int day, int time, String suffix) implements Comparable<Build> {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])-([0-2]\\d[0-5]\\d)([a-z]?)");

  /** Reads a build; empty when the text is not one. */
  public static Optional<Build> parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    int day = Integer.parseInt(m.group(1) + m.group(2) + m.group(3));
    return Optional.of(new Build(day, Integer.parseInt(m.group(4)), m.group(5)));
  }

  @Override
  public int compareTo(Build other) {
    int byDay = Integer.compare(day, other.day);
    if (byDay != 0) {
      return byDay;
    }
    int byTime = Integer.compare(time, other.time);
    return byTime != 0 ? byTime : suffix.compareTo(other.suffix);
  }

  @Override
  public String toString() {
    String hhmm = Integer.toString(10_000 + time).substring(1);
    // Of the year 2000 all six digits: no build had fewer than five.
    String yymmdd = day < 10_000 ? "%06d".formatted(day) : Integer.toString(day);
    return yymmdd + "-" + hhmm + suffix;
  }
}
